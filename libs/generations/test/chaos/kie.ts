import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { png } from '../support/png.ts';

/** Chances from 0 to 1, and where the callbacks go. */
export interface ChaosKieOptions {
  readonly random: () => number;
  /** The task is made and billed, its answer is cut off. */
  readonly lostReplies: number;
  readonly failedTasks: number;
  readonly lostCallbacks: number;
  readonly doubledCallbacks: number;
  /** The receiver answers 503; KIE tries three times. */
  readonly refusedCallbacks: number;
  readonly onCallback: (url: string, taskId: string) => Promise<unknown>;
}

/** As much of KIE as the chaos run needs: it bills, it is slow, and it loses things. */
export interface ChaosKie {
  readonly origin: string;
  /** Tasks that were billed, by prompt. A failed task costs nothing. */
  readonly paid: ReadonlyMap<string, number>;
  readonly made: () => number;
  /** Waits until the last callback was delivered. */
  readonly quiet: () => Promise<void>;
  readonly stop: () => void;
}

interface Task {
  readonly doneAt: number;
  readonly fails: boolean;
}

export async function startChaosKie(options: ChaosKieOptions): Promise<ChaosKie> {
  const { random } = options;
  const tasks = new Map<string, Task>();
  const paid = new Map<string, number>();
  const calling = new Set<Promise<void>>();
  let origin = '';

  async function call(url: string, taskId: string, afterMs: number): Promise<void> {
    await sleep(afterMs);
    if (random() < options.lostCallbacks) return;
    const times = random() < options.doubledCallbacks ? 2 : 1;
    for (let n = 0; n < times; n += 1) {
      let tries = 1;
      while (tries < 3 && random() < options.refusedCallbacks) tries += 1;
      await options.onCallback(url, taskId).catch(() => {});
    }
  }

  function create(body: string, response: ServerResponse): void {
    const { callBackUrl, input } = JSON.parse(body) as { callBackUrl?: string; input: { prompt: string } };
    const taskId = crypto.randomUUID().replaceAll('-', '');
    const runs = 20 + random() * 180;
    const fails = random() < options.failedTasks;
    tasks.set(taskId, { doneAt: Date.now() + runs, fails });
    if (!fails) paid.set(input.prompt, (paid.get(input.prompt) ?? 0) + 1);
    if (callBackUrl !== undefined) {
      const called = call(callBackUrl, taskId, runs);
      calling.add(called);
      void called.finally(() => calling.delete(called));
    }
    if (random() < options.lostReplies) response.destroy();
    else answer(response, { taskId, recordId: taskId });
  }

  function look(taskId: string, response: ServerResponse): void {
    const task = tasks.get(taskId);
    if (!task) answer(response, null, 422, 'recordInfo is null');
    else if (Date.now() < task.doneAt) answer(response, { taskId, state: 'generating' });
    else if (task.fails)
      answer(response, { taskId, state: 'fail', failCode: '500', failMsg: 'internal error' });
    else {
      const resultJson = JSON.stringify({ resultUrls: [`${origin}/files/0.png`] });
      answer(response, { taskId, state: 'success', resultJson, creditsConsumed: 0.8 });
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = new URL(request.url ?? '', origin);
      if (path.pathname.startsWith('/files/')) response.end(png);
      else if (path.pathname.endsWith('/createTask')) create(Buffer.concat(chunks).toString(), response);
      else look(path.searchParams.get('taskId') ?? '', response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    paid,
    made: () => tasks.size,
    quiet: async () => {
      while (calling.size > 0) await Promise.all(calling);
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(response: ServerResponse, data: unknown, code = 200, msg = 'success'): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ code, msg, data }));
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
