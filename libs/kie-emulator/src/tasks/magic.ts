import { texts } from '../texts.ts';
import type { Fate } from './task.ts';

/** What a word in square brackets, typed anywhere in a text of the input, does to the request. */
export interface Magic {
  readonly fate?: Fate;
  /** The run takes this many times longer. */
  readonly slower: number;
  /** The task reads `queuing` where others read `waiting`. */
  readonly queued?: boolean;
  /** createTask refuses with this envelope. */
  readonly refuse?: { readonly code: number; readonly msg: string };
}

const fail = (failCode: string, failMsg: string): Partial<Magic> => ({
  fate: { type: 'fail', failCode, failMsg },
});

/** The words a person can type to see a failure; the README lists them too. */
export const magicWords: Readonly<Record<string, Partial<Magic>>> = {
  '[fail]': fail('400', texts.moderation),
  '[fail:internal]': fail('500', texts.internalError),
  '[fail:input]': fail('422', texts.mediaUnavailable),
  '[stuck]': { fate: { type: 'stuck' } },
  '[empty]': { fate: { type: 'empty-result' } },
  '[queue]': { queued: true },
  '[slow]': { slower: 10 },
  '[no-credits]': { refuse: { code: 402, msg: texts.insufficientCredits } },
  '[busy]': { refuse: { code: 429, msg: texts.tooFrequent } },
  '[maintenance]': { refuse: { code: 500, msg: texts.maintenance } },
};

export function magicOf(text: string): Magic {
  let magic: Magic = { slower: 1 };
  for (const [word, effect] of Object.entries(magicWords)) {
    if (text.includes(word)) magic = { ...magic, ...effect };
  }
  return magic;
}
