import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * A pooler in its smallest form. It greets clients itself, under a process id of its own, as PgBouncer does. `transaction`: all
 * clients share one session of the server, request by request; `session`: each has its own.
 */
export async function startPooler(
  url: string,
  mode: 'session' | 'transaction',
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let shared: Promise<Session> | undefined;
  let nextPid = 900_000;
  const pooler = createServer((client) => {
    sockets.add(client);
    client.on('error', () => {});
    const session = mode === 'session' ? openSession(target) : (shared ??= openSession(target));
    const greeting = nextPid++;
    let greeted = false;
    let rest: Buffer = Buffer.alloc(0);
    client.on('data', (data: Buffer) => {
      if (!greeted) {
        greeted = true;
        client.write(greetingOf(greeting));
        return;
      }
      const { requests, left } = cutRequests(Buffer.concat([rest, data]));
      rest = left;
      for (const request of requests) {
        void session.then(async (open) => {
          sockets.add(open.socket);
          client.write(await open.ask(request));
        });
      }
    });
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', () => resolve()));
  const own = new URL(url);
  own.port = String((pooler.address() as { port: number }).port);
  return {
    url: own.href,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => pooler.close(resolve));
    },
  };
}

interface Session {
  readonly socket: Socket;
  ask(request: Buffer): Promise<Buffer>;
}

async function openSession(target: URL): Promise<Session> {
  const socket = connect(Number(target.port), target.hostname);
  await once(socket, 'connect');
  const words = ['user', decodeURIComponent(target.username), 'database', target.pathname.slice(1), ''];
  const body = Buffer.from(words.map((word) => `${word}\0`).join(''));
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  head.writeInt32BE(196_608, 4); // protocol 3.0
  socket.write(Buffer.concat([head, body]));
  await untilReady(socket);
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (request: Buffer): Promise<Buffer> => {
    const answer = turn.then(() => {
      socket.write(request);
      return untilReady(socket);
    });
    turn = answer;
    return answer;
  };
  return { socket, ask };
}

/** Requests end with a Query or a Sync; what is not complete yet is left. */
function cutRequests(buffer: Buffer): { requests: Buffer[]; left: Buffer } {
  const requests: Buffer[] = [];
  let from = 0;
  for (let at = 0; at + 5 <= buffer.length;) {
    const end = at + 1 + buffer.readInt32BE(at + 1);
    if (end > buffer.length) break;
    const type = String.fromCharCode(buffer.readUInt8(at));
    at = end;
    if (type !== 'Q' && type !== 'S') continue;
    requests.push(Buffer.from(buffer.subarray(from, end)));
    from = end;
  }
  return { requests, left: Buffer.from(buffer.subarray(from)) };
}

/** Everything up to ReadyForQuery. */
function untilReady(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => {
    let buffer: Buffer = Buffer.alloc(0);
    const onData = (data: Buffer): void => {
      buffer = Buffer.concat([buffer, data]);
      for (let at = 0; at + 5 <= buffer.length; at += 1 + buffer.readInt32BE(at + 1)) {
        if (String.fromCharCode(buffer.readUInt8(at)) !== 'Z') continue;
        socket.off('data', onData);
        resolve(buffer);
        return;
      }
    };
    socket.on('data', onData);
  });
}

/** AuthenticationOk, BackendKeyData, ReadyForQuery. */
function greetingOf(pid: number): Buffer {
  const key = Buffer.alloc(8);
  key.writeInt32BE(pid, 0);
  return Buffer.concat([message('R', Buffer.alloc(4)), message('K', key), message('Z', Buffer.from('I'))]);
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}
