import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const RUNS = 9;

/** Processor time and heap that an import costs in a fresh process, medians. */
function importCost(specifiers: readonly string[]): { ms: number; mb: number } {
  const script = `
    globalThis.gc();
    const heap = process.memoryUsage().heapUsed;
    const start = process.cpuUsage();
    ${specifiers.map((specifier) => `await import('${specifier}');`).join('\n')}
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    globalThis.gc();
    console.log(JSON.stringify({ ms, mb: (process.memoryUsage().heapUsed - heap) / 1e6 }));
  `;
  const runs = Array.from({ length: RUNS }, () => {
    const out = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    return JSON.parse(out) as { ms: number; mb: number };
  });
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { ms: middle(runs.map(({ ms }) => ms)), mb: middle(runs.map(({ mb }) => mb)) };
}

/** What importing costs, and how large the catalogue is, one line each. */
export function measureCost(): string[] {
  const registry = importCost(['@kie/registry']);
  const both = importCost(['@kie/registry', '@kie/validator']);
  const file = new URL('generated/catalogue.js', import.meta.resolve('@kie/registry'));
  const packed = gzipSync(readFileSync(file), { level: 9 }).length;
  return [
    `import @kie/registry: ${registry.ms.toFixed(1)} ms of processor time, ${registry.mb.toFixed(1)} MB of heap`,
    `import @kie/validator besides: ${(both.ms - registry.ms).toFixed(1)} ms of processor time, ${(both.mb - registry.mb).toFixed(1)} MB of heap`,
    `catalogue: ${(packed / 1024).toFixed(1)} KiB gzip`,
  ];
}
