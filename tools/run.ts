import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace, with a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the workspace with its output shown, and tells whether it ended well. */
export function run(command: string, args: readonly string[]): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // The daemon would outlive the command; nothing here is long enough to need it.
    env: { NX_DAEMON: 'false', NX_TUI: 'false', ...process.env },
  });
  return done.status === 0;
}
