// One call after the other: the emulator beside a bare node:http server that answers the same bytes.
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Latency {
  p50: number;
  p95: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Milliseconds of `count` calls in a row. */
export async function measureCalls(url: string, body: string, count: number): Promise<Latency> {
  const times: number[] = [];
  for (let index = 0; index < count + 200; index += 1) {
    const from = performance.now();
    await post(url, body);
    if (index >= 200) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(count / 2)] ?? 0, p95: times[Math.floor(count * 0.95)] ?? 0 };
}

/** A server that reads the body and answers a fixed text of about the same size. */
export async function startBareServer(answer: string): Promise<{ url: string; stop(): void }> {
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
