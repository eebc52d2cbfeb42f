import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

export interface Server {
  readonly url: string;
  readonly startMs: number;
  /** Memory in bytes and processor time so far. */
  usage(): Promise<{ readonly rss: number; readonly cpuMs: number }>;
  stop(): Promise<void>;
}

/** Starts an emulator in another process. */
export async function serve(options: object = {}): Promise<Server> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'server.ts'), [JSON.stringify(options)], {
    execArgv: ['--conditions=@kie/source', '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [ready] = (await once(child, 'message')) as [{ url: string; startMs: number }];
  return {
    ...ready,
    async usage() {
      child.send('usage');
      const [usage] = (await once(child, 'message')) as [{ rss: number; cpuMs: number }];
      return usage;
    },
    async stop() {
      child.send('stop');
      await once(child, 'exit');
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A bare call with a kept connection: the load must not cost more than what it measures. */
export function call(url: string, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { authorization: 'Bearer test-key', 'content-type': 'application/json' };
    const sent = request(url, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts).toString('latin1')));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function createTask(url: string, model: string, input: object): Promise<string> {
  const answer = await call(`${url}/api/v1/jobs/createTask`, JSON.stringify({ model, input }));
  return (JSON.parse(answer) as { data: { taskId: string } }).data.taskId;
}

/** Runs `work` for `count` numbers, `lanes` at a time. */
export async function inLanes(
  count: number,
  lanes: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < count) await work(next++);
    }),
  );
}
