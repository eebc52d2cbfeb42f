import { readFileSync } from 'node:fs';

export interface ReadmeExample {
  /** Path of the README and the line where the block begins. */
  readonly from: string;
  readonly code: string;
  /** Fenced as `ts run`: it stands alone and is executed. */
  readonly run: boolean;
}

/** The TypeScript blocks of a README. */
export function readmeExamples(path: string): ReadmeExample[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const examples: ReadmeExample[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^```ts( run)?$/.exec(lines[i]?.trim() ?? '');
    if (!fence) continue;
    const start = i + 1;
    let end = start;
    while (end < lines.length && lines[end]?.trim() !== '```') end++;
    examples.push({
      from: `${path}:${start}`,
      code: lines.slice(start, end).join('\n'),
      run: fence[1] !== undefined,
    });
    i = end;
  }
  return examples;
}
