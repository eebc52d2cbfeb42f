import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const fixture = fileURLToPath(new URL('./fixtures/stopping.ts', import.meta.url));

test.each(['SIGTERM', 'SIGINT'] as const)('%s aborts, a second one leaves at once', async (name) => {
  const child = spawn(process.execPath, [fixture], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stdout) {
    const before = said;
    said += String(chunk);
    if (!before.includes('ready') && said.includes('ready')) child.kill(name);
    if (!before.includes('aborted') && said.includes('aborted')) child.kill(name);
  }
  expect(said).toContain(`aborted: stopped by ${name}`);
  expect(await exit).toEqual([name === 'SIGTERM' ? 143 : 130, null]);
});
