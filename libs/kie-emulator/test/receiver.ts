import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly code: number; readonly msg: string; readonly data: Record<string, unknown> };
}

/** A server that takes callbacks and answers with the next status of the list, then 200. */
export async function receiver(statuses: number[] = []) {
  const received: Received[] = [];
  const server = await serve((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      received.push({ headers: request.headers, body: JSON.parse(text) as Received['body'] });
      response.writeHead(statuses.shift() ?? 200).end('{"status":"received"}');
    });
  });
  return { url: `${server}/cb?token=t`, received };
}

export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
