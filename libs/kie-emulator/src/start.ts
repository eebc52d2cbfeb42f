import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registry } from '@kie/registry';
import type { Model } from '@kie/registry';
import { Accounts } from './accounts.ts';
import { Callbacks } from './callbacks.ts';
import { createChance } from './chance.ts';
import { systemClock } from './clock.ts';
import { FaultPlan } from './faults.ts';
import type { Faults } from './faults.ts';
import { folderBlobs, memoryBlobs } from './files/blobs.ts';
import { FileStore } from './files/file-store.ts';
import { flatRecordOf } from './flat/flat-record.ts';
import { createApp } from './http/app.ts';
import { Journal } from './journal.ts';
import type { Call } from './journal.ts';
import { Renderer } from './media/renderer.ts';
import { checkOptions } from './options.ts';
import type { KieEmulatorOptions } from './options.ts';
import { RateWindows } from './rate-windows.ts';
import { readState, StateFile } from './state-file.ts';
import { isLoopback } from './tasks/inputs.ts';
import { Engine } from './tasks/engine.ts';
import { recordOf } from './tasks/record.ts';
import { stateAt } from './tasks/task.ts';
import type { TaskState } from './tasks/task.ts';
import { Timeline } from './timeline.ts';

/** A task as the emulator knows it; `record` is the `data` of its status answer. */
export interface TaskView {
  readonly taskId: string;
  readonly model: string;
  readonly state: TaskState;
  readonly input: Readonly<Record<string, unknown>>;
  readonly callBackUrl?: string;
  /** Credits taken at submit. */
  readonly reserved: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/** A running emulator. */
export interface KieEmulator {
  /** For `baseUrl` of a client: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** For `uploadBaseUrl` of a client; the same server. */
  readonly uploadUrl: string;
  /** All tasks, oldest first. */
  tasks(): TaskView[];
  task(taskId: string): TaskView | undefined;
  /** Every call taken and every callback made, oldest first; the newest 10 000 (`journalLimit`). */
  calls(): readonly Call[];
  readonly faults: Faults;
  /** Credits of the first key's account. */
  credits(): number;
  setCredits(credits: number): void;
  /** Skips time; resolves when all that fell due has happened: ends of tasks, callbacks and their repeats. */
  advance(ms: number): Promise<void>;
  /** Closes all connections, ends the drawing thread and writes the last state to `dataDir`. */
  stop(): Promise<void>;
}

/**
 * Starts a local KIE on loopback and resolves when it takes calls. Rejects when an option is wrong, the port is
 * taken or the data folder cannot be read.
 *
 * ```ts
 * const kie = await startKieEmulator({ speed: Infinity });
 * // … point a client at kie.url and kie.uploadUrl with the key 'test-key'
 * await kie.stop();
 * ```
 */
export async function startKieEmulator(options: KieEmulatorOptions = {}): Promise<KieEmulator> {
  const settings = checkOptions(options);
  const { dataDir, speed } = settings;
  const kept = dataDir === undefined ? undefined : readState(dataDir);
  const timeline = new Timeline(options.clock ?? systemClock, kept?.skippedMs);
  const chance = createChance(options.seed, kept?.drawn);
  const accounts = new Accounts(settings.apiKeys, settings.credits, kept?.credits);
  const faults = new FaultPlan(chance, options.faults);
  const journal = new Journal(settings.journalLimit, options.onCall);
  const renderer = new Renderer();
  const stopping = new AbortController();
  const fetch = stoppable(options.fetch ?? globalThis.fetch, stopping.signal);
  let url = '';
  const base = (): string => url;
  const model = (id: string): Model | undefined => callable(registry.get(id));
  const onChange = (): void => stateFile?.changed();
  const files = new FileStore(
    {
      blobs: dataDir === undefined ? memoryBlobs() : folderBlobs(join(dataDir, 'blobs')),
      render: (spec, inputs) => renderer.render(spec, inputs),
      now: () => timeline.now(),
      onChange,
    },
    kept?.files,
  );
  const { webhookHmacKey } = options;
  const callbacks = new Callbacks({
    timeline,
    faults,
    journal,
    fetch,
    base,
    speed,
    webhookHmacKey,
    onChange,
    stopping: stopping.signal,
  });
  const { visibleAfterMs, createLimit, statusLimit } = settings;
  const loopbackOnly = isLoopback(settings.host);
  const shared = { timeline, chance, accounts, files, faults, callbacks, model, fetch, speed, onChange };
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
  const stateFile =
    dataDir === undefined
      ? undefined
      : new StateFile(dataDir, () => ({
          format: 1,
          tasks: engine.list(),
          files: files.list(),
          credits: accounts.toJSON(),
          skippedMs: timeline.skippedMs,
          drawn: chance.drawn,
        }));
  url = await listen(server, settings.host, settings.port);
  const engine = new Engine({ ...shared, visibleAfterMs, stopping: stopping.signal }, kept?.tasks);
  const app = createApp({
    ...shared,
    engine,
    journal,
    base,
    createLimit,
    statusLimit,
    looks: new RateWindows(),
    loopbackOnly,
    stopping: stopping.signal,
  });
  const view = (taskId: string): TaskView | undefined => {
    const task = engine.get(taskId);
    if (task === undefined) return undefined;
    const now = timeline.now();
    const record = task.flat === undefined ? recordOf(task, now, url) : flatRecordOf(task, now, url);
    const { model: id, input, callBackUrl, reserved } = task;
    const more = callBackUrl === undefined ? {} : { callBackUrl };
    return { taskId, model: id, state: stateAt(task, now), input, reserved, record, ...more };
  };
  return {
    url,
    uploadUrl: url,
    tasks: () => engine.list().flatMap((task) => view(task.taskId) ?? []),
    task: view,
    calls: () => journal.list(),
    faults,
    credits: () => accounts.credits(accounts.first),
    setCredits: (credits) => {
      accounts.set(accounts.first, credits);
      onChange();
    },
    advance: async (ms) => {
      await timeline.advance(ms);
      onChange();
    },
    stop: async () => {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await timeline.close();
      await renderer.close();
      await stateFile?.flush();
    },
  };
}

/** The jobs API takes what is listed, what is older but still taken, and what left the docs but not the price list. */
function callable(model: Model | undefined): Model | undefined {
  const taken = model?.api === 'jobs' && ['active', 'legacy', 'unlisted'].includes(model.status);
  return taken ? model : undefined;
}

/** The same fetch, ended by the emulator's stop as well as by its own signal. */
function stoppable(fetch: typeof globalThis.fetch, stop: AbortSignal): typeof globalThis.fetch {
  return (input, init) => {
    const signal = init?.signal ? AbortSignal.any([init.signal, stop]) : stop;
    return fetch(input, { ...init, signal });
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Error(`port ${port} of ${host} is taken; choose another port, or 0 for a free one`)
          : error,
      );
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const name = host.includes(':') ? `[${host}]` : host;
      resolve(`http://${name}:${(server.address() as AddressInfo).port}`);
    });
  });
}
