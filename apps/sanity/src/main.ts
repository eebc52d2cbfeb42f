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

process.exitCode = await runCli({
  args: process.argv.slice(2),
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  look: {
    color: process.stdout.isTTY && !process.env['NO_COLOR'],
    columns: process.stdout.columns ?? 160,
  },
  signal: stop.signal,
});
process.off('SIGINT', interrupt);
process.off('SIGTERM', interrupt);
