import { expect, test } from 'vitest';
import { start } from './kie.ts';

const messages = [
  { role: 'system', content: 'You improve prompts.' },
  { role: 'user', content: 'кот на крыше\n\nв тумане' },
];

test('stream false: one completion with the improved wish and its credits', async () => {
  const { post } = await start();
  const answer = await post('/gpt-5-2/v1/chat/completions', { messages, stream: false });
  expect(answer).toMatchObject({
    object: 'chat.completion',
    model: 'gpt-5-2',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant' } }],
    credits_consumed: 0.05,
  });
  const { choices } = answer as unknown as { choices: [{ message: { content: string } }] };
  expect(choices[0].message.content).toMatch(/^кот на крыше\n\nв тумане, [а-яё]/);
});

test('Gemini streams unless told otherwise; the last chunk has no choices but the credits', async () => {
  const { emulator, headers } = await start();
  const url = `${emulator.url}/gemini-3-flash/v1/chat/completions`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ messages }) });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const lines = (await response.text()).split('\n\n').filter((line) => line !== '');
  expect(lines.at(-1)).toBe('data: [DONE]');
  interface Chunk {
    choices: { delta: { content?: string } }[];
    credits_consumed?: number;
  }
  const chunks = lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)) as Chunk);
  expect(chunks.at(-1)).toMatchObject({ choices: [], credits_consumed: 0.05 });
  const text = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');
  expect(text).toMatch(/^кот на крыше\n\nв тумане, /);
});

test('parts of text, and JSON when asked for', async () => {
  const { post } = await start();
  const text = 'Improve this wish for a picture:\n\na cat on a roof.';
  const parts = [{ role: 'user', content: [{ type: 'text', text }] }];
  const asked = { messages: parts, stream: false, response_format: { type: 'json_object' } };
  const { choices } = (await post('/gemini-2.5-flash/v1/chat/completions', asked)) as unknown as {
    choices: [{ message: { content: string } }];
  };
  expect(JSON.parse(choices[0].message.content)).toEqual({
    prompt: expect.stringMatching(/^a cat on a roof, \w/),
  });
});

test('an unknown model is refused in an HTTP 200 body', async () => {
  const { post } = await start();
  expect(await post('/gpt-9/v1/chat/completions', { messages })).toMatchObject({
    msg: 'The model is not supported',
  });
});
