// `npm run rehearse:release`: does a whole release against a registry on loopback. Publishes every package, lands
// one fix in a scratch clone, releases again, and lets a project outside the workspace install and run them.
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projects } from '../projects.ts';
import { root } from '../run.ts';
import { consumer } from './consumer.ts';
import { startRegistry } from './registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'kie-release-'));
const scratch = join(folder, 'scratch');
const outside = join(folder, 'outside');
const published = projects().filter(({ isPrivate }) => !isPrivate);
const registry = await startRegistry(folder);

const { host } = new URL(registry.url);
const npmrc = `@kie:registry=${registry.url}\n//${host}/:_authToken=rehearsal\n`;

function run(command: string, args: string[], cwd: string, show = true): string {
  if (show) console.log(`> ${command} ${args.join(' ')}`);
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    // npm writes its own folder and configuration into the environment of scripts; here they would lead back.
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(
          ([name]) =>
            !/^npm_(package|lifecycle|config_local_prefix|node_execpath|execpath|command)/.test(name),
        ),
      ),
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      PATH: `${join(cwd, 'node_modules/.bin')}:${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    },
  });
}

/** The versions of a package in the local registry. */
async function versionsOf(name: string): Promise<string[]> {
  // A fresh connection each time: minutes pass between two looks, and the registry closes idle ones.
  const response = await fetch(`${registry.url}${name.replace('/', '%2f')}`, {
    headers: { connection: 'close' },
  });
  if (!response.ok) return [];
  const { versions } = (await response.json()) as { versions: Record<string, unknown> };
  return Object.keys(versions);
}

async function allVersions(): Promise<Record<string, string[]>> {
  return Object.fromEntries(
    await Promise.all(published.map(async ({ packageName }) => [packageName, await versionsOf(packageName)])),
  );
}

function check(ok: boolean, sentence: string): void {
  if (!ok) throw new Error(`release rehearsal: ${sentence}`);
  console.log(`ok  ${sentence}`);
}

try {
  console.log('\n--- a scratch clone ---');
  run('git', ['clone', '--quiet', root, scratch], folder);
  run('git', ['config', 'user.name', 'Release Rehearsal'], scratch, false);
  run('git', ['config', 'user.email', 'rehearsal@example.invalid'], scratch, false);
  // Nx writes its output into the ignored files; the registry's address is for this clone only.
  appendFileSync(join(scratch, '.npmrc'), npmrc);
  run('git', ['update-index', '--assume-unchanged', '.npmrc'], scratch, false);
  // The workspace's own links are relative, so a copy of the installed folder is an installation of the clone.
  // Packages have folders of their own for versions that differ from the workspace's.
  for (const folder of ['.', ...projects().map((project) => project.folder)]) {
    const from = join(root, folder, 'node_modules');
    const to = join(scratch, folder, 'node_modules');
    if (existsSync(from)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }

  console.log('\n--- the first release ---');
  run('node', ['tools/release.ts', '--yes'], scratch);
  const first = await allVersions();
  for (const { packageName } of published) {
    check(first[packageName]?.length === 1, `${packageName} ${first[packageName]?.[0] ?? '-'} is published`);
  }

  console.log('\n--- one fix, and the second release ---');
  appendFileSync(
    join(scratch, 'libs/kie-client/src/index.ts'),
    '\n// A fix that the release rehearsal lands.\n',
  );
  run('git', ['commit', '--quiet', '-am', 'fix(kie-client): a fix of the rehearsal'], scratch);
  run('node', ['tools/release.ts', '--yes'], scratch);
  const second = await allVersions();
  for (const { packageName } of published) {
    const isNew = second[packageName]?.length === 2;
    const wanted = packageName === '@kie/client';
    check(
      isNew === wanted,
      `${packageName} ${wanted ? `has the new version ${second[packageName]?.at(-1)}` : 'stayed as it was'}`,
    );
  }
  const changelog = join(scratch, 'libs/kie-client/CHANGELOG.md');
  check(
    existsSync(changelog) && readFileSync(changelog, 'utf8').includes('a fix of the rehearsal'),
    'the changelog of @kie/client names the fix',
  );

  console.log('\n--- a project outside the workspace ---');
  mkdirSync(outside);
  writeFileSync(join(outside, '.npmrc'), npmrc);
  writeFileSync(
    join(outside, 'package.json'),
    JSON.stringify({ name: 'outside', private: true, type: 'module' }),
  );
  run(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...published.map(({ packageName }) => packageName),
    ],
    outside,
  );
  writeFileSync(join(outside, 'main.ts'), consumer);
  writeFileSync(
    join(outside, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2023',
        strict: true,
        noEmit: true,
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
        skipLibCheck: true,
      },
      include: ['main.ts'],
    }),
  );
  run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], outside);
  check(true, 'five lines of each package compile');
  check(run(process.execPath, ['main.ts'], outside).includes('consumer OK'), 'and run');
  const help = run(join(outside, 'node_modules/.bin/kie-sanity'), ['--help'], outside);
  check(help.includes('kie-sanity'), 'kie-sanity starts from its installed package');
  console.log('\nrelease rehearsal OK');
} finally {
  registry.stop();
  rmSync(folder, { recursive: true, force: true });
}
