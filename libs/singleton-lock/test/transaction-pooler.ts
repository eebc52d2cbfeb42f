import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

const TYPE_AND_LENGTH = 5;

/** A pooler in transaction mode in its smallest form: all clients share one server session, statement by statement. */
export async function startTransactionPooler(
  url: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const target = new URL(url);
  const server = connect(Number(target.port), target.hostname);
  await once(server, 'connect');
  server.write(
    startupMessage({ user: target.username, database: decodeURIComponent(target.pathname.slice(1)) }),
  );
  await answerOf(server);

  let turn = Promise.resolve();
  const clients = new Set<Socket>();
  let nextPid = 900_000;
  const forward = (client: Socket, request: Buffer) => {
    turn = turn.then(async () => {
      server.write(request);
      client.write(await answerOf(server));
    });
  };
  const pooler = createServer((client) => {
    clients.add(client);
    client.on('error', () => {});
    serveClient(client, nextPid++, (request) => forward(client, request));
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', () => resolve()));
  target.port = String((pooler.address() as { port: number }).port);
  return {
    url: target.href,
    stop: async () => {
      for (const client of clients) client.destroy();
      server.destroy();
      await new Promise((resolve) => pooler.close(resolve));
    },
  };
}

/** Greets a client under a process id of our own, then cuts its messages into requests that end with Query or Sync. */
function serveClient(client: Socket, pid: number, onRequest: (request: Buffer) => void): void {
  let isGreeted = false;
  let buffer = Buffer.alloc(0);
  client.on('data', (data: Buffer) => {
    if (!isGreeted) {
      isGreeted = true;
      client.write(greeting(pid));
      return;
    }
    buffer = Buffer.concat([buffer, data]);
    for (let end = 0; buffer.length >= end + TYPE_AND_LENGTH;) {
      const type = String.fromCharCode(buffer.readUInt8(end));
      end += 1 + buffer.readInt32BE(end + 1);
      if (end > buffer.length) break;
      if (type === 'X') client.end();
      if (type === 'Q' || type === 'S') {
        onRequest(Buffer.from(buffer.subarray(0, end)));
        buffer = buffer.subarray(end);
        end = 0;
      }
    }
  });
}

/** Everything up to ReadyForQuery. */
function answerOf(server: Socket): Promise<Buffer> {
  return new Promise((resolve) => {
    let buffer = Buffer.alloc(0);
    const onData = (data: Buffer) => {
      buffer = Buffer.concat([buffer, data]);
      for (let start = 0; buffer.length >= start + TYPE_AND_LENGTH;) {
        const end = start + 1 + buffer.readInt32BE(start + 1);
        if (end > buffer.length) return;
        if (buffer[start] === 'Z'.charCodeAt(0)) {
          server.off('data', onData);
          resolve(buffer);
          return;
        }
        start = end;
      }
    };
    server.on('data', onData);
  });
}

function startupMessage(parameters: Record<string, string>): Buffer {
  const text = Object.entries(parameters)
    .flat()
    .map((word) => `${word}\0`);
  const body = Buffer.from(`${text.join('')}\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  head.writeInt32BE(196_608, 4); // protocol 3.0
  return Buffer.concat([head, body]);
}

/** AuthenticationOk, BackendKeyData, ReadyForQuery. */
function greeting(pid: number): Buffer {
  const words = Buffer.alloc(8);
  words.writeInt32BE(pid, 0);
  return Buffer.concat([message('R', Buffer.alloc(4)), message('K', words), message('Z', Buffer.from('I'))]);
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(TYPE_AND_LENGTH);
  head.write(type);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}
