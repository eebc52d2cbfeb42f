import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from '../src/orders.ts';
import { root } from './house.ts';

const folder = mkdtempSync(join(tmpdir(), 'kie-start-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` on a folder, as a process that a person would have in the terminal. */
function start(env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=@kie/source', join(root, 'apps/playground/src/main.ts'), '--data-dir', folder],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => output };
}

const chatUrl = (output: string) => /➜ {2}(http:\/\/\S+)/.exec(output)?.[1] ?? '';

interface Chat {
  readonly messages: readonly { readonly text?: string }[];
}

test('starts, ends cleanly on Ctrl-C, and goes on where it was', async () => {
  const first = start({ KIE_API_KEY: 'a-key-that-lies-around' });
  await until('the chat page', () => chatUrl(first.output()) !== '');
  expect(first.output()).toMatch(/KIE_API_KEY is set but ignored/);
  expect(first.output()).not.toContain('a-key-that-lies-around');
  const page = chatUrl(first.output());
  const say = (text: string) =>
    fetch(new URL('/sim/message', page), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 1001, text }),
    });
  expect((await say('/start')).status).toBeLessThan(300);
  const chat = async (at: string) => (await (await fetch(new URL('/sim/chat?user=1001', at))).json()) as Chat;
  const greeted = (state: Chat) => JSON.stringify(state).includes('1,000 credits');
  await until('the welcome', async () => greeted(await chat(page)));

  const second = start();
  expect(await second.ended).toBe(2);
  expect(second.output()).toMatch(/runs already/);

  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(first.output()).toMatch(/stopped\n$/);
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);

  const again = start();
  await until('the chat page', () => chatUrl(again.output()) !== '');
  expect(greeted(await chat(chatUrl(again.output())))).toBe(true);
  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
}, 90_000);
