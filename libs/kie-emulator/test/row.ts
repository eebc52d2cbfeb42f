import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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

/** The published table, which names every row. */
const table = readFileSync(new URL('../FIDELITY.md', import.meta.url), 'utf8');

/** Each row is a test with an emulator of its own. */
export function rows(list: readonly Row[]): void {
  test.each(list.map((row) => [row.says, `${row.mark}: ${row.source}`, row] as const))(
    '%s (%s)',
    async (says, _source, row) => {
      await row.check(await start(row.options));
      const listed = table.includes(`| ${says.replaceAll('|', '\\|')} |`);
      expect(listed, 'not in FIDELITY.md: run "npx vitest run", then "node tools/fidelity.ts"').toBe(true);
    },
  );
}

export const refused = (code: number, msg: string) => ({ code, msg, data: null });
