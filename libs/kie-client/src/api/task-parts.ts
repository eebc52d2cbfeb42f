import { isRecord, readNumber, readText } from '../http/envelope.ts';
import { redact } from '../redact.ts';
import type { Task, TaskBase, TaskFailure } from '../task.ts';
import type { ParseContext } from './adapter.ts';
import { categoryOfFailure } from './category.ts';

/** The fields every API's record has in common. */
export function readBase(
  data: Readonly<Record<string, unknown>>,
  context: ParseContext,
): Omit<TaskBase, 'raw' | 'rawState'> {
  const { ref } = context;
  const createTime = readTime(data['createTime']);
  const completeTime = readTime(data['completeTime']);
  // Seconds, although KIE's page says milliseconds: recordings show 188 for a run of 187 808 ms.
  const costTime = readNumber(data['costTime']);
  const creditsConsumed = readNumber(data['creditsConsumed'] ?? data['consumeCredits']);
  return {
    ref: ref.model === '' ? { ...ref, model: readText(data['model']) ?? '' } : ref,
    ...(createTime !== undefined && { createTime }),
    ...(completeTime !== undefined && { completeTime }),
    ...(costTime !== undefined && { costTime }),
    ...(creditsConsumed !== undefined && { creditsConsumed }),
  };
}

/** Epoch ms. KIE also prints `2026-04-16 07:19:10` without a time zone; a guess would be hours off, so it is left out. */
function readTime(value: unknown): number | undefined {
  const number = readNumber(value);
  if (number !== undefined) return number;
  const time =
    typeof value === 'string' && /(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Why a task failed, in words fit for logs. `input` is what the text must not repeat. */
export function readFailure(code: string, text: string, input: unknown, context: ParseContext): TaskFailure {
  const message = redact(text, context.apiKey, input) || 'KIE gave no reason.';
  return { code, message, category: categoryOfFailure(code, text) };
}

type WithoutRaw<Each> = Each extends Task ? Omit<Each, 'raw'> : never;

/** Adds {@link TaskBase.raw} without making it part of the JSON. */
export function withRaw(task: WithoutRaw<Task>, data: unknown): Task {
  return Object.defineProperty(task, 'raw', { value: () => data, enumerable: false }) as Task;
}

/** JSON text becomes what it holds; everything else stays. */
export function openJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A JSON object, also one inside a string; else an empty one. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  const opened = openJson(value);
  return isRecord(opened) ? opened : {};
}
