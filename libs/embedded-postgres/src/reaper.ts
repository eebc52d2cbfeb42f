import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';

/** Ends a throw-away server when this process goes away, however it goes. */
export interface Reaper {
  /** Which process to end; the last one named counts. */
  watch(pid: number): void;
  /** Call after the server was stopped and its folder removed. */
  dismiss(): void;
}

// Runs in a process of its own. Its standard input is a pipe from us: the system closes it even after SIGKILL.
// The server needs a moment to end, and writes until then, so removing is repeated until the folder stays away.
const program = `
const { existsSync, rmSync } = require('node:fs');
const folder = process.argv[1];
let told = '';
process.stdin.setEncoding('utf8').on('data', (text) => (told += text)).on('end', () => {
  const pid = Number(told.trim().split('\\n').at(-1));
  if (pid > 0) try { process.kill(pid, 'SIGQUIT'); } catch {}
  let calm = 0;
  let tries = 0;
  const sweep = setInterval(() => {
    calm = existsSync(folder) ? 0 : calm + 1;
    try { rmSync(folder, { recursive: true, force: true }); } catch {}
    if (calm === 10 || ++tries === 500) clearInterval(sweep);
  }, 20);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
`;

/** Start it before the first file is written into `folder`: a failing initdb leaves its folder behind otherwise. */
export function startReaper(folder: string): Reaper {
  const child = spawn(process.execPath, ['-e', program, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: tmpdir(),
    // Neither the inspector nor a loader of the parent belongs into it.
    env: {},
  });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.unref();
  return {
    watch: (pid) => child.stdin.write(`${pid}\n`),
    dismiss: () => child.kill('SIGKILL'),
  };
}
