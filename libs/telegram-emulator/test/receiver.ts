import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface Delivery {
  headers: IncomingHttpHeaders;
  update: { update_id: number; message?: { text: string; chat: { id: number } }; callback_query?: unknown };
}

const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    ),
  );
});

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A bot's web server: remembers deliveries and answers as told. */
export async function receiver(
  answer: (delivery: Delivery, count: number) => Reply | Promise<Reply> = () => ({}),
): Promise<{ url: string; deliveries: Delivery[] }> {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const update = JSON.parse(Buffer.concat(chunks).toString()) as Delivery['update'];
      const delivery = { headers: request.headers, update };
      deliveries.push(delivery);
      const { status = 200, headers = {}, body = '' } = await answer(delivery, deliveries.length);
      response.writeHead(status, headers).end(body);
    })();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, deliveries };
}

/** The texts of the messages that were delivered. */
export const textsOf = (deliveries: Delivery[]): (string | undefined)[] =>
  deliveries.map(({ update }) => update.message?.text);
