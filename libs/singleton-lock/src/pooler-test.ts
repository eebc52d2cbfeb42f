/** Asks a connection for `pg_backend_pid()`. */
export type AskPid = () => Promise<number>;

const ROUNDS = 10;

/**
 * Whether two open connections share server sessions, as behind a pooler in transaction mode: a process id seen on both, or one that
 * changes under a connection, gives it away. In session mode each keeps its own.
 */
export async function sharesSessions(first: AskPid, second: AskPid): Promise<boolean> {
  const firstPids = new Set<number>();
  const secondPids = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    firstPids.add(await first());
    secondPids.add(await second());
  }
  // Two that are different and never changed: anything else is sharing.
  return new Set([...firstPids, ...secondPids]).size !== 2 || firstPids.size !== 1 || secondPids.size !== 1;
}
