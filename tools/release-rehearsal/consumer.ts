/** Five lines of each published package, as somebody outside the workspace would write them first. */
export const consumer = `
import { createKieClient, isKieError } from '@kie/client';
import { startKieEmulator } from '@kie/emulator';
import { registry } from '@kie/registry';
import { lockKey } from '@kie/singleton-lock';
import { startTelegramEmulator } from '@kie/telegram-emulator';
import { createGenerationHandler } from '@kie/universal-handler';
import { createValidator } from '@kie/validator';
import { runSanity } from '@kie/sanity';

const model = registry.get('z-image');
if (model?.output !== 'image') throw new Error('registry');

const validator = createValidator(registry);
const checked = validator.validate('z-image', { prompt: 'test', aspect_ratio: '1:1' });
if (!checked.valid) throw new Error('validator');

if (lockKey('a', 'b') === lockKey('a', 'c')) throw new Error('lock key');

const telegram = await startTelegramEmulator({});
const me = await fetch(telegram.apiRoot + '/bot' + telegram.token + '/getMe');
if (!me.ok) throw new Error('telegram emulator');
await telegram.stop();

const emulator = await startKieEmulator({ speed: 1000 });
const client = createKieClient({ apiKey: 'test-key', baseUrl: emulator.url, uploadBaseUrl: emulator.uploadUrl });
const task = await client.run('z-image', { prompt: 'test', aspect_ratio: '1:1' }, { pollMs: 50 });
if (task.files.length === 0) throw new Error('client');
const handler = createGenerationHandler({ client, validator, registry });
const result = await handler.handle({ modelId: 'z-image', input: { prompt: 'test', aspect_ratio: '1:1' } });
if (!result.success) throw new Error(result.error.message);
const refused = await client.getTaskStatus('0'.repeat(32)).catch((error: unknown) => error);
if (!isKieError(refused)) throw new Error('errors');
await emulator.stop();

if (typeof runSanity !== 'function') throw new Error('sanity');
console.log('consumer OK');
`;
