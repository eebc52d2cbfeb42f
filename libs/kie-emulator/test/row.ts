import { test } from 'vitest';
import { start } from './kie.ts';
import type { KieEmulatorOptions } from '../src/index.ts';

export type Kit = Awaited<ReturnType<typeof start>>;

/**
 * One statement about the real KIE and the test that the emulator keeps it. `seen`: in recorded traffic or a production
 * log. `docs`: the documentation says so. `users`: reported by users or read in their code.
 */
export interface Row {
  readonly says: string;
  readonly mark: 'seen' | 'docs' | 'users';
  /** A page, or repository, path and date. */
  readonly source: string;
  readonly options?: KieEmulatorOptions;
  readonly check: (kit: Kit) => Promise<void>;
}

/** Pages of the documentation, and public places with recorded answers. */
export const sources = {
  page: (path: string): string => `https://docs.kie.ai/${path}`,
  /** Real exchanges of April 2026. */
  recorded: 'justintanner/apicity tests/recordings/kie_2079838932, 2026-04',
  /** Public log of a Python client. */
  log: 'public test log, 2026-09-22',
  production: 'provider messages copied from production logs, 2026-09/10',
  skill: 'official skill file "kie-models", 2026-09',
  batches: 'public generator with comments from live batches, mid 2026',
  sunoRecord: 'gateway/ComfyUI-Kie-API example_workflows/Kie-AI Suno.json, 2026-02-03',
  veoRecord: 'public note with observed shapes, 2026-04-20',
} as const;

export function rows(list: readonly Row[]): void {
  test.each(list.map((row) => [row.says, `${row.mark}: ${row.source}`, row] as const))(
    '%s (%s)',
    async (_says, _source, row) => row.check(await start(row.options)),
  );
}

export const refused = (code: number, msg: string) => ({ code, msg, data: null });
