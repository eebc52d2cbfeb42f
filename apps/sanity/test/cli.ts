import { startKieEmulator, type KieEmulator, type KieEmulatorOptions } from '@kie/emulator';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { runCli, type CliWorld } from '../src/index.ts';

/** What a call of the command may be given besides its arguments. */
export interface CliOptions extends Partial<Pick<CliWorld, 'confirm' | 'live'>> {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly stdin?: string;
}

/** Runs the command as a shell would. Words are split at blanks; a list is taken as it is. */
export async function cli(args: string | readonly string[], options: CliOptions = {}) {
  const { env = {}, signal = new AbortController().signal, stdin, confirm, live } = options;
  let out = '';
  let err = '';
  const code = await runCli({
    args: typeof args === 'string' ? args.split(' ').filter((word) => word !== '') : args,
    env,
    out: (text) => (out += text),
    err: (text) => (err += text),
    look: { color: false, columns: 120 },
    signal,
    pollMs: 50,
    ...(stdin !== undefined && { stdin: () => Promise.resolve(stdin) }),
    ...(confirm && { confirm }),
    ...(live && { live }),
  });
  return { code, out, err };
}

/** An emulator that stands for KIE in the tests of a file, without faults at the start of each. */
export function emulator(options: KieEmulatorOptions = {}): () => KieEmulator {
  let kie: KieEmulator;
  beforeAll(async () => {
    kie = await startKieEmulator({
      speed: 1_000,
      apiKeys: ['test-key'],
      createLimit: false,
      visibleAfterMs: 0,
      ...options,
    });
  });
  afterAll(() => kie.stop());
  beforeEach(() => kie.faults.clear());
  return () => kie;
}
