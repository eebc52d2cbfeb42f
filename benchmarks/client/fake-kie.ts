// A KIE on loopback with just enough to create, look and upload; for measurements and smoke tests.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeKie {
  readonly url: string;
  readonly stop: () => void;
}

export async function startFakeKie(allowOrigin?: string): Promise<FakeKie> {
  const file = 'https://tempfile.aiquickdraw.com/a.png';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json;charset=UTF-8');
      if (allowOrigin !== undefined) {
        response.setHeader('access-control-allow-origin', allowOrigin);
        response.setHeader('access-control-allow-headers', '*, authorization');
      }
      const reply = (data: unknown): void =>
        void response.end(JSON.stringify({ code: 200, msg: 'success', data }));
      const path = (request.url ?? '').split('?')[0];
      if (request.method === 'OPTIONS') response.writeHead(204).end();
      else if (path?.endsWith('/createTask')) reply({ taskId: 't1', recordId: 't1' });
      else if (path?.endsWith('/recordInfo')) {
        const resultJson = JSON.stringify({ resultUrls: [file] });
        reply({
          taskId: 't1',
          model: 'z-image',
          state: 'success',
          resultJson,
          costTime: 5,
          creditsConsumed: 0.8,
        });
      } else if (path?.endsWith('/credit')) reply(42.5);
      else if (path?.endsWith('-upload'))
        reply({ downloadUrl: file, fileSize: Buffer.concat(chunks).length });
      else response.writeHead(404).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
