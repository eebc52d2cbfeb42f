// Drives @felores/kie-ai-mcp-server, as published, against the emulator: each tool makes a task and waits for its end.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startKieEmulator } from '@kie/emulator';

/** Tools of the server with an input each; the answer has to name a task, and the task has to end well. */
const calls: readonly (readonly [tool: string, input: object])[] = [
  ['z_image', { prompt: 'a fox', aspect_ratio: '1:1' }],
  ['nano_banana_image', { prompt: 'a fox' }],
  ['bytedance_seedream_image', { prompt: 'a fox' }],
  ['flux2_image', { prompt: 'a fox', aspect_ratio: '1:1', resolution: '1K' }],
  ['gpt_image_2', { prompt: 'a fox' }],
  ['qwen_image', { prompt: 'a fox' }],
  ['grok_imagine', { prompt: 'a fox', generation_mode: 'text-to-image' }],
  ['flux_kontext_image', { prompt: 'a fox' }],
  ['veo3_generate_video', { prompt: 'waves' }],
  ['kling_video', { prompt: 'waves', multi_shots: true, multi_prompt: [{ prompt: 'waves', duration: 5 }] }],
  ['wan_video', { prompt: 'waves' }],
  ['hailuo_video', { prompt: 'waves', duration: 6, aspectRatio: '16:9' }],
  ['happyhorse_video', { prompt: 'waves' }],
  ['bytedance_seedance_video', { prompt: 'waves' }],
  ['suno_generate_music', { prompt: 'a calm morning', customMode: false, instrumental: true, model: 'V5' }],
];

/** Refused by KIE as well: since June 2026 voices go by id, and this version of the server knows names only. */
const outdated: readonly (readonly [tool: string, input: object, answer: string])[] = [
  ['elevenlabs_tts', { text: 'Good morning.' }, 'voice is not within the range of allowed options'],
];

const emulator = await startKieEmulator({ speed: Infinity, credits: 1e6, createLimit: false });
const folder = await mkdtemp(join(tmpdir(), 'kie-mcp-'));
const require = createRequire(import.meta.url);
const program = join(dirname(require.resolve('@felores/kie-ai-mcp-server/package.json')), 'dist/index.js');
const server = spawn(process.execPath, [program], {
  stdio: ['pipe', 'pipe', 'ignore'],
  env: {
    ...process.env,
    KIE_AI_API_KEY: 'test-key',
    KIE_AI_BASE_URL: `${emulator.url}/api/v1`,
    KIE_AI_CALLBACK_URL_FALLBACK: 'http://127.0.0.1:9/', // its own default is a host on the internet
    KIE_AI_ALLOW_DIRECT_GENERATION: 'true',
    KIE_AI_DB_PATH: join(folder, 'tasks.db'),
  },
});

interface Answer {
  readonly id: number;
  readonly result?: { readonly isError?: boolean; readonly content?: readonly { readonly text?: string }[] };
  readonly error?: { readonly message: string };
}
const waiting = new Map<number, (answer: Answer) => void>();
let unread = '';
server.stdout.on('data', (part) => {
  const lines = (unread + String(part)).split('\n');
  unread = lines.pop() ?? '';
  for (const line of lines.filter((text) => text.startsWith('{'))) {
    const answer = JSON.parse(line) as Answer;
    waiting.get(answer.id)?.(answer);
  }
});
let count = 0;
function rpc(method: string, params: object): Promise<Answer> {
  const id = ++count;
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  return new Promise((resolve, reject) => {
    waiting.set(id, resolve);
    setTimeout(() => reject(new Error(`no answer to ${method} in 30 s`)), 30_000).unref();
  });
}
async function tool(name: string, input: object): Promise<{ readonly ok: boolean; readonly text: string }> {
  const { result, error } = await rpc('tools/call', { name, arguments: input });
  const text = result?.content?.map((part) => part.text ?? '').join(' ') ?? error?.message ?? '';
  return { ok: error === undefined && result?.isError !== true, text };
}

await rpc('initialize', {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'benchmark', version: '1' },
});
server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
let failed = 0;
for (const [name, input] of calls) {
  const before = emulator.tasks().length;
  const made = await tool(name, input);
  const task = emulator.tasks()[before];
  const told = task === undefined ? made : await tool('get_task_status', { task_id: task.taskId });
  // The server gives back the address of the result, as it read it out of the record.
  const good = made.ok && told.ok && task?.state === 'success' && told.text.includes('/files/');
  if (!good) failed++;
  console.log(
    `${good ? 'ok  ' : 'FAIL'} ${name}: ${task?.model ?? 'no task'}${good ? '' : ` — ${(made.ok ? told : made).text.slice(0, 300)}`}`,
  );
}
for (const [name, input, answer] of outdated) {
  const { text } = await tool(name, input);
  const good = text.includes(answer);
  if (!good) failed++;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: refused with "${answer}"`);
}
console.log(
  `${calls.length + outdated.length - failed} of ${calls.length + outdated.length} tools as expected, ${emulator.calls().length} calls`,
);
server.kill();
await emulator.stop();
await rm(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
