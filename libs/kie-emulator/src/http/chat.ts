import { Hono } from 'hono';
import { isObject } from '../json.ts';
import { texts } from '../texts.ts';
import { access } from './access.ts';
import type { Env, Service } from './context.ts';
import { envelope, jsonBody } from './envelope.ts';
import { improve } from './improve.ts';
import { strike } from './strike.ts';

/** Slugs of https://docs.kie.ai that take OpenAI's chat format, autumn 2026. */
const slugs = [
  'gpt-5-2',
  'gemini-2.5-pro',
  'gemini-2.5-flash',
  'gemini-3-pro',
  'gemini-3.1-pro',
  'gemini-3-flash',
  'gemini-3-5-flash-openai',
  'gemini-3-6-flash-openai',
  'gemini-3-7-flash-openai',
];

/** OpenAI-style chat: the model stands in the path, `stream` is on by default for Gemini. */
export function chat(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/:slug/v1/chat/completions', access(service, 'api'), async (c) => {
    const slug = c.req.param('slug');
    const body = await jsonBody(c);
    c.get('note').model = slug;
    return strike(c, service.faults.take('chat', { model: slug }), () => {
      if (!slugs.includes(slug)) return envelope(c, 422, texts.modelNotSupported, null);
      const messages =
        isObject(body) && Array.isArray(body['messages']) ? (body['messages'] as unknown[]) : [];
      if (messages.length === 0 || !isObject(body)) return envelope(c, 500, texts.fieldRequired, null);
      const stream = typeof body['stream'] === 'boolean' ? body['stream'] : slug.startsWith('gemini');
      const content = improve(messages, body['response_format']);
      const head = { id: `chatcmpl-${service.chance.id()}`, created: seconds(service), model: slug };
      const usage = usageOf(JSON.stringify(messages), content);
      return stream ? streamed(head, content, usage) : whole(head, content, usage);
    });
  });
  return app;
}

interface Head {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}
type Usage = ReturnType<typeof usageOf>;

const creditsConsumed = 0.05;

function whole(head: Head, content: string, usage: Usage): Response {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }];
  return Response.json({
    ...head,
    object: 'chat.completion',
    choices,
    usage,
    credits_consumed: creditsConsumed,
  });
}

/** The credits stand in the last chunk, whose `choices` is empty (recorded February 2026). */
function streamed(head: Head, content: string, usage: Usage): Response {
  const chunk = (choices: unknown[], more: object = {}): string =>
    `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices, ...more })}\n\n`;
  const words = content.match(/\S+\s*/g) ?? [content];
  const events = [
    chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
    ...words.map((word) => chunk([{ index: 0, delta: { content: word }, finish_reason: null }])),
    chunk([{ index: 0, delta: {}, finish_reason: 'stop' }]),
    chunk([], { usage, credits_consumed: creditsConsumed }),
    'data: [DONE]\n\n',
  ];
  return new Response(events.join(''), { headers: { 'content-type': 'text/event-stream' } });
}

/** About four characters to a token. */
function usageOf(asked: string, answered: string) {
  const prompt = Math.ceil(asked.length / 4);
  const completion = Math.ceil(answered.length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function seconds(service: Service): number {
  return Math.floor(service.timeline.now() / 1000);
}
