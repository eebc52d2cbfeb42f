#!/usr/bin/env node
import { runCli } from './cli/run-cli.ts';

const stop = new AbortController();
const interrupt = (): void => {
  // A second Ctrl-C ends the process at once, as without a handler.
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
  process.stderr.write('\nStopping; press Ctrl-C again to quit at once.\n');
  stop.abort();
};
// `kie-sanity | head` closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);

async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await prompt.question(question, { signal: stop.signal })).trim());
  } catch {
    // Ctrl-C while the question stands is a no.
    return false;
  } finally {
    prompt.close();
  }
}

/** Colour is for terminals; https://no-color.org. */
const wantsColor = (stream: NodeJS.WriteStream): boolean => stream.isTTY && !process.env['NO_COLOR'];
const { stdin, stdout, stderr } = process;
const canAsk = stdin.isTTY && stderr.isTTY;

process.exitCode = await runCli({
  args: process.argv.slice(2),
  env: process.env,
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  look: { color: wantsColor(stdout), columns: stdout.columns || 160 },
  ...(stderr.isTTY &&
    process.env['TERM'] !== 'dumb' && {
      live: { columns: stderr.columns || 80, rows: stderr.rows || 24, color: wantsColor(stderr) },
    }),
  ...(canAsk && { confirm }),
  stdin: async () => {
    const { text } = await import('node:stream/consumers');
    return text(stdin);
  },
  signal: stop.signal,
});
process.off('SIGINT', interrupt);
process.off('SIGTERM', interrupt);
