import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { png } from './pipeline.ts';

/** As much of KIE as a pipeline needs: every task succeeds at once with one picture, and is billed when it is made. */
export interface TinyKie {
  readonly origin: string;
  /** The prompts of the tasks, in the order they were made and paid. */
  readonly tasks: readonly string[];
}

/** Starts one; `onDone` stands for the callback, with the URL the request carried. */
export async function startTinyKie(
  options: { readonly onDone?: (callbackUrl: string, taskId: string) => Promise<unknown> } = {},
): Promise<TinyKie> {
  const tasks: string[] = [];
  let origin = '';

  function answer(path: URL, body: string): unknown {
    if (path.pathname === '/api/v1/jobs/createTask') {
      const taskId = crypto.randomUUID().replaceAll('-', '');
      const { callBackUrl, input } = JSON.parse(body) as { callBackUrl?: string; input: { prompt: string } };
      tasks.push(input.prompt);
      if (callBackUrl) void options.onDone?.(callBackUrl, taskId);
      return { taskId, recordId: taskId };
    }
    const resultJson = JSON.stringify({ resultUrls: [`${origin}/files/0.png`] });
    return { taskId: path.searchParams.get('taskId'), state: 'success', resultJson, creditsConsumed: 0.8 };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = new URL(request.url ?? '', origin);
      if (path.pathname.startsWith('/files/')) {
        response.end(png);
        return;
      }
      const data = answer(path, Buffer.concat(chunks).toString());
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ code: 200, msg: 'success', data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin, tasks };
}
