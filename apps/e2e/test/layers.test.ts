import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layers, root } from './house.ts';

function command(name: string, args: string[]) {
  return spawnSync(join(root, 'node_modules/.bin', name), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
}

/** Lints a file that lives in a room for a moment. */
function lintInRoom(folder: string, code: string) {
  const file = join(root, folder, `src/layer-breach-${process.pid}.ts`);
  writeFileSync(file, code);
  try {
    return command('oxlint', [file]);
  } finally {
    rmSync(file);
  }
}

test('an import upwards fails lint and names the rule', () => {
  const breach = lintInRoom('libs/kie-registry', "export { createKieClient } from '@kie/client';\n");
  expect(breach.status).not.toBe(0);
  expect(breach.stdout).toMatch(/enforce-module-boundaries/);
});

test('a bot library cannot import an emulator', () => {
  const breach = lintInRoom('libs/credits', "export { startKieEmulator } from '@kie/emulator';\n");
  expect(breach.status).not.toBe(0);
  expect(breach.stdout).toMatch(/enforce-module-boundaries/);
});

test('an import downwards passes', () => {
  const fine = lintInRoom('libs/universal-handler', "export type { KieClient } from '@kie/client';\n");
  expect(fine.stdout).not.toMatch(/enforce-module-boundaries/);
});

test('the graph is the house, and has no circle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kie-graph-'));
  const file = join(folder, 'graph.json');
  expect(command('nx', ['graph', `--file=${file}`]).status).toBe(0);
  const { graph } = JSON.parse(readFileSync(file, 'utf8')) as {
    graph: { dependencies: Record<string, { target: string }[]> };
  };
  rmSync(folder, { recursive: true });
  const floor = new Map(
    layers.flatMap((rooms, i) => rooms.map((room) => [room, layers.length - i] as const)),
  );
  const rooms = Object.keys(graph.dependencies).filter(
    (name) => !name.startsWith('npm:') && name !== '@kie/source',
  );
  expect(rooms.toSorted()).toEqual([...floor.keys()].toSorted());
  for (const room of rooms) {
    for (const { target } of graph.dependencies[room] ?? []) {
      const floors = [floor.get(room), floor.get(target)] as const;
      if (floors[0] === undefined || floors[1] === undefined) continue;
      // Apps are put together from everything; below them every arrow leads down, which also rules out circles.
      const ok = floors[0] > floors[1] || (room === 'playground' && target === 'bot') || room === 'e2e';
      expect(ok, `${room} -> ${target}`).toBe(true);
    }
  }
});
