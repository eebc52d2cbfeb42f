// The emulator in a process of its own, so that its numbers are not those of the load.
import { startKieEmulator } from '@kie/emulator';

const options = JSON.parse(process.argv[2] ?? '{}') as Record<string, unknown>;
const begun = performance.now();
const emulator = await startKieEmulator({
  createLimit: false,
  statusLimit: false,
  credits: 1e9,
  ...options,
  ...(options['speed'] === 'Infinity' && { speed: Infinity }),
});
process.send?.({ url: emulator.url, startMs: performance.now() - begun });
process.on('message', (word) => {
  if (word === 'stop') void emulator.stop().then(() => process.exit(0));
  if (word !== 'usage') return;
  // The heap as it is when nobody needs what is left lying around.
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage().rss, cpuMs: (user + system) / 1000 });
});
