import type { Logger } from '@kie/service-kit';
import OpenAI from 'openai';
import { readAnswer, tidy } from './answer.ts';
import { instructions } from './instructions.ts';
import { reasonOfCode, reasonOfError } from './unavailable.ts';
import type { UnavailableReason } from './unavailable.ts';

/** A wish and what it is for. */
export interface ImproveRequest {
  readonly text: string;
  /** The model that gets the prompt, by the name people know. */
  readonly modelTitle: string;
  /** The longest prompt that model takes, in Unicode code points. */
  readonly maxLength: number;
  /** BCP 47 tag of the prompt's language. Default: that of the wish. */
  readonly language?: string;
  readonly signal?: AbortSignal;
}

export type ImproveResult = { readonly text: string } | { readonly unavailable: UnavailableReason };

/** See `createPromptWriter`. */
export interface PromptWriter {
  /** Never rejects, and answers within `timeoutMs` whatever the provider does. */
  improve(request: ImproveRequest): Promise<ImproveResult>;
}

export interface PromptWriterOptions {
  readonly apiKey: string;
  /** Up to and with `/v1`. At KIE the model is part of it: `https://api.kie.ai/gemini-3-flash/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** The longest a person waits, in milliseconds. Default 20000. */
  readonly timeoutMs?: number;
  /** Gets one debug line a call: how it ended and how long it took, never the wish or the prompt. */
  readonly logger?: Logger;
  readonly fetch?: typeof fetch;
}

/**
 * Turns a short wish ("cat in rain") into a prompt a generative model does well with, through any API that speaks
 * OpenAI's chat completions. A helper, not a step of the pipeline: whatever goes wrong there, the person keeps their
 * own words.
 *
 * @example
 * ```ts
 * const writer = createPromptWriter({ apiKey, baseUrl: 'https://api.kie.ai/gemini-3-flash/v1', model: 'gemini-3-flash' });
 * const result = await writer.improve({ text: 'cat in rain', modelTitle: 'Nano Banana', maxLength: 5000 });
 * if ('text' in result) console.log(result.text);
 * ```
 */
export function createPromptWriter(options: PromptWriterOptions): PromptWriter {
  const { timeoutMs = 20_000, logger } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    // Given as null, because undefined means "look into the environment" to that package.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: timeoutMs,
    ...(options.fetch && { fetch: options.fetch }),
  });

  async function ask(request: ImproveRequest, signal: AbortSignal): Promise<ImproveResult> {
    try {
      const received: unknown = await client.chat.completions.create(
        {
          model: options.model,
          // KIE's Gemini end points stream unless told not to.
          stream: false,
          messages: [
            { role: 'system', content: instructions(request) },
            { role: 'user', content: request.text },
          ],
        },
        { signal },
      );
      const answer = readAnswer(received);
      if ('errorCode' in answer) return { unavailable: reasonOfCode(answer.errorCode) };
      const text = tidy(answer.text, request.maxLength);
      return text === '' ? { unavailable: 'empty' } : { text };
    } catch (error) {
      return { unavailable: reasonOfError(error) };
    }
  }

  return {
    async improve(request) {
      const started = performance.now();
      const timeout = AbortSignal.timeout(timeoutMs);
      const signal = AbortSignal.any([timeout, ...(request.signal ? [request.signal] : [])]);
      // The race is for a body that drips for ever: the client's own time-out ends with the head of the answer.
      const given = new Promise<ImproveResult>((resolve) => {
        const end = (): void => resolve({ unavailable: timeout.aborted ? 'timeout' : 'aborted' });
        if (signal.aborted) end();
        else signal.addEventListener('abort', end, { once: true });
      });
      const result = await Promise.race([given, ...(signal.aborted ? [] : [ask(request, signal)])]);
      const outcome = 'text' in result ? 'written' : result.unavailable;
      logger?.debug({ outcome, ms: Math.round(performance.now() - started) }, 'prompt helper asked');
      return result;
    },
  };
}
