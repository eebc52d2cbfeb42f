import { connect, createServer, type Socket } from 'node:net';

/** A line to the server that can go dead. */
export interface FaultProxy {
  readonly url: string;
  /** Nothing passes any more and nobody is told; who connects now is accepted and hears nothing. What was sent waits in the line. */
  readonly goSilent: () => void;
  /** What waits passes, and everything after it. */
  readonly heal: () => void;
  readonly stop: () => void;
}

/**
 * A TCP proxy in front of the server of `url`. It cannot show data that the far side has not acknowledged: its own system does that.
 */
export async function startProxy(url: string): Promise<FaultProxy> {
  const target = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const join = (pair: readonly [Socket, Socket]) => {
    pair[0].pipe(pair[1]);
    pair[1].pipe(pair[0]);
  };
  const proxy = createServer({ pauseOnConnect: true }, (client) => {
    const server = connect(Number(target.port), target.hostname);
    const pair = [client, server] as const;
    pairs.add(pair);
    for (const [socket, other] of [pair, [server, client] as const]) {
      socket.on('error', () => {});
      socket.on('close', () => {
        // A silent line does not tell the other side either.
        if (isSilent) return;
        other.destroy();
        pairs.delete(pair);
      });
    }
    if (!isSilent) join(pair);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((proxy.address() as { port: number }).port);
  return {
    url: through.href,
    goSilent: () => {
      isSilent = true;
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    heal: () => {
      isSilent = false;
      for (const pair of pairs) {
        if (!pair[0].destroyed && !pair[1].destroyed) {
          join(pair);
          continue;
        }
        for (const socket of pair) socket.destroy();
        pairs.delete(pair);
      }
    },
    stop: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      proxy.close();
    },
  };
}
