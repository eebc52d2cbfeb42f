import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Runs the command line until it has printed `until`, then ends it as Ctrl-C would. */
async function runCli(
  args: string[],
  until: string,
  env: Record<string, string> = {},
): Promise<{ output: string; code: number | null }> {
  const script = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  const read = (chunk: Buffer): void => {
    output += chunk.toString();
    if (output.includes(until)) child.kill('SIGINT');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { output, code };
}

test('prints addresses and tokens of all bots, and Ctrl-C ends it', async () => {
  const args = ['--port', '0', '--reads-all', '--bot', '7000000002:EMULATOR-b=second_bot'];
  const { output, code } = await runCli(args, 'Ctrl-C');
  expect(output).toContain('nothing here is real');
  expect(output).toMatch(/API root {4}http:\/\/127\.0\.0\.1:\d+/);
  expect(output).toContain('@second_bot   7000000002:EMULATOR-b');
  expect(code).toBe(0);
});

test('a wrong option is explained without a stack', async () => {
  const { output, code } = await runCli(['--port', 'x'], 'never');
  expect(output).toContain('port must be an integer from 0 to 65535');
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
});

test('it does not start beside a real token, and does not repeat it', async () => {
  const real = `1234567890:AA${'Hk3f_Zx9-'.repeat(4)}`.slice(0, 46);
  const { output, code } = await runCli(['--port', '0'], 'never', { TELEGRAM_BOT_TOKEN: real });
  expect(output).toContain('TELEGRAM_BOT_TOKEN holds what looks like the token of a real bot');
  expect(output).not.toContain(real);
  expect(code).toBe(1);
});
