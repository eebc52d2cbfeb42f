// `npm run release`: nx release for the packages that changed. Left alone, Nx gives every dependent of a changed
// package a patch version too; here a package gets a version only when something in its own folder changed, because
// the internal ranges (^x.y.z) let the others take the new one by themselves. `npm run release -- --dry-run` shows it.
import { execFileSync } from 'node:child_process';
import { projects } from './projects.ts';
import { root, run } from './run.ts';

const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** Published packages with a commit of their own since their last tag; the ones without a tag count as changed. */
function changed(): { names: string[]; isFirst: boolean } {
  const published = projects().filter(({ isPrivate }) => !isPrivate);
  const tagOf = (name: string) => git('tag', '--list', `${name}@*`, '--sort=-v:refname').split('\n')[0] ?? '';
  const tags = new Map(published.map(({ name }) => [name, tagOf(name)]));
  const names = published
    .filter(({ name, folder }) => {
      const tag = tags.get(name);
      return !tag || git('log', '--oneline', `${tag}..HEAD`, '--', folder) !== '';
    })
    .map(({ name }) => name);
  return { names, isFirst: [...tags.values()].every((tag) => tag === '') };
}

const { names, isFirst } = changed();
if (names.length === 0) {
  console.log('Nothing changed since the last release.');
} else {
  console.log(`Changed: ${names.join(', ')}`);
  const first = isFirst ? ['--first-release'] : [`--projects=${names.join(',')}`];
  if (!run('nx', ['release', ...first, ...process.argv.slice(2)])) process.exitCode = 1;
}
