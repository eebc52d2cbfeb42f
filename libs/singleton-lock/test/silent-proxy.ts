import { connect, createServer, type Socket } from 'node:net';

/** A line to the server that can go dead: after `goSilent()` nothing passes and nobody is told. */
export async function startProxy(
  url: string,
): Promise<{ url: string; goSilent: () => void; stop: () => void }> {
  const target = new URL(url);
  const sockets: Socket[] = [];
  const proxy = createServer((client) => {
    const server = connect(Number(target.port), '127.0.0.1');
    sockets.push(client, server);
    for (const socket of [client, server]) socket.on('error', () => {});
    client.pipe(server, { end: false });
    server.pipe(client, { end: false });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()));
  const through = new URL(url);
  through.port = String((proxy.address() as { port: number }).port);
  return {
    url: through.href,
    goSilent: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
