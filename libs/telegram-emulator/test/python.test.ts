import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { TelegramEmulator } from '../src/index.ts';
import { startTelegramEmulator } from '../src/index.ts';
import { png } from './pictures.ts';

/** Debian's own interpreter: a Python from elsewhere does not see Debian's packages. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((candidate) => {
  const found = spawnSync(candidate, [
    '-W',
    'ignore',
    '-c',
    'import telegram.ext; print(telegram.__version__)',
  ]);
  return found.status === 0 && found.stdout.toString().startsWith('13.');
});

if (PYTHON === undefined) {
  process.stderr.write(
    'SKIPPED: the tests with a bot in Python. Install Debian package python3-python-telegram-bot (13.x) to run them.\n',
  );
}

/** A client in another language, which shares no code with the two in JavaScript. */
describe.skipIf(PYTHON === undefined)('python-telegram-bot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'telegram-emulator-python-'));
  let telegram: TelegramEmulator;
  let bot: ChildProcess;
  let output = '';

  beforeAll(async () => {
    telegram = await startTelegramEmulator({ log: () => undefined });
    const picture = join(folder, 'a.png');
    writeFileSync(picture, png(40, 20));
    const script = join(import.meta.dirname, 'python-bot.py');
    bot = spawn(PYTHON ?? '', ['-W', 'ignore', script, telegram.apiRoot, telegram.token, picture]);
    await new Promise<void>((resolve, reject) => {
      bot.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('polling as kie_emulated_bot')) resolve();
      });
      bot.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      bot.once('exit', () => reject(new Error(`The bot ended: ${output}`)));
    });
  }, 20_000);

  afterAll(async () => {
    const ended = new Promise((resolve) => bot.once('exit', resolve));
    bot.kill('SIGKILL');
    await ended;
    await telegram.stop();
    rmSync(folder, { recursive: true });
  });

  test('getMe, a command, MarkdownV2, a tap and an edit', async () => {
    const ann = telegram.user({ name: 'Ann' });
    ann.sendCommand('start');
    const welcome = await ann.waitFor((message) => message.text === 'Welcome');
    expect(welcome.entities).toEqual([{ type: 'bold', offset: 0, length: 7 }]);
    expect(await ann.tap('One').answer).toEqual({ text: 'Taken', alert: false });
    await ann.waitFor((message) => message.text === 'You took 1');
  });

  test('an upload, an album and the download of a photo', async () => {
    const bob = telegram.user({ name: 'Bob' });
    bob.sendCommand('photo');
    const picture = await bob.waitFor((message) => message.caption === 'here');
    expect(picture.photo?.at(-1)).toMatchObject({ width: 40, height: 20 });
    bob.sendCommand('album');
    const first = await bob.waitFor((message) => message.media_group_id !== undefined);
    await bob.waitFor((message) => message.media_group_id === first.media_group_id, {
      after: first.message_id,
    });
    const mine = png(10, 10);
    bob.sendPhoto(mine);
    await bob.waitFor((message) => message.text === `got ${mine.byteLength} bytes`);
  });

  test('a payment in Stars', async () => {
    const carol = telegram.user({ name: 'Carol' });
    carol.sendCommand('buy');
    await carol.waitFor((message) => message.invoice !== undefined);
    expect(await carol.pay()).toMatchObject({ paid: true });
    await carol.waitFor((message) => message.text === 'paid order-1');
  });

  test('each kind of error becomes the exception made for it', async () => {
    const dora = telegram.user({ name: 'Dora' });
    const blocked = telegram.user({ name: 'Gone' });
    blocked.sendText('hi');
    blocked.block();
    const group = telegram.group({ members: [dora] });
    const next = group.migrate();
    telegram.faults.add({ method: 'sendMessage', code: 429, retryAfter: 7, skip: 3 });
    dora.sendCommand('errors', `${blocked.id} ${group.id} 424242 ${dora.id}`);
    const { text = '' } = await dora.waitFor((message) => message.text?.includes('Unauthorized') === true);
    expect(text.split('\n')).toEqual([
      'Unauthorized: Forbidden: bot was blocked by the user',
      `ChatMigrated: Group migrated to supergroup. New chat id: ${next.id}`,
      'BadRequest: Chat not found',
      'RetryAfter: Flood control exceeded. Retry in 7.0 seconds',
    ]);
  });
});
