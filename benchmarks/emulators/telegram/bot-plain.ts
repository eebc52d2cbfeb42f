// A bot on bare HTTP with kept connections: what the emulator can serve when no library is in the way.
import { Agent, request } from 'node:http';

const [root = '', token = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

function call<T>(method: string, params: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(params);
    const sent = request(
      `${root}/bot${token}/${method}`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve((JSON.parse(Buffer.concat(chunks).toString()) as { result: T }).result),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

process.on('disconnect', () => process.exit());
process.send?.('ready');
for (let offset = 0; ;) {
  const updates = await call<{ update_id: number; message: { chat: { id: number }; text: string } }[]>(
    'getUpdates',
    { offset, timeout: 30 },
  );
  await Promise.all(
    updates.map(({ message }) => call('sendMessage', { chat_id: message.chat.id, text: message.text })),
  );
  offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
}
