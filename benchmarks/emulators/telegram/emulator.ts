// The emulator in a process of its own, driven over IPC: `{ updates }` makes people write, and tells when all are answered.
import { startTelegramEmulator } from '@kie/telegram-emulator';

const telegram = await startTelegramEmulator({ log: () => undefined });
const people = Array.from({ length: 50 }, (_, index) => telegram.user({ id: 1_001 + index }));

process.on('message', (order: { updates: number }) => {
  telegram.reset();
  const writers = people.map(({ id }) => telegram.user({ id }));
  for (let index = 0; index < order.updates; index += 1) {
    writers[index % writers.length]?.sendText(`message ${index}`);
  }
  const from = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const look = setInterval(() => {
    const replies = writers.reduce(
      (sum, writer) => sum + writer.messages().filter((message) => message.from.is_bot).length,
      0,
    );
    if (replies < order.updates) return;
    clearInterval(look);
    const { user, system } = process.cpuUsage(cpu);
    process.send?.({
      answeredMs: Number(process.hrtime.bigint() - from) / 1e6,
      cpuMs: (user + system) / 1_000,
      rss: process.memoryUsage().rss,
    });
  }, 20);
});

process.send?.({ apiRoot: telegram.apiRoot, token: telegram.token });
