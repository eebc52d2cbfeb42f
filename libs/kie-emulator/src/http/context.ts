import type { HttpBindings } from '@hono/node-server';
import type { Model } from '@kie/registry';
import type { Context } from 'hono';
import type { Accounts, CreateLimit } from '../accounts.ts';
import type { Callbacks } from '../callbacks.ts';
import type { Chance } from '../chance.ts';
import type { FaultPlan } from '../faults.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Journal } from '../journal.ts';
import type { RateWindows } from '../rate-windows.ts';
import type { Engine } from '../tasks/engine.ts';
import type { Timeline } from '../timeline.ts';

/** Everything the routes work with. */
export interface Service {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly accounts: Accounts;
  readonly engine: Engine;
  readonly files: FileStore;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  readonly callbacks: Callbacks;
  readonly model: (id: string) => Model | undefined;
  readonly fetch: typeof fetch;
  readonly base: () => string;
  readonly speed: number;
  /** Listens on loopback only. */
  readonly loopbackOnly: boolean;
  readonly createLimit: CreateLimit | undefined;
  /** Status calls per task, and the shared budget of the catalogue, are counted here. */
  readonly looks: RateWindows;
  readonly statusLimit: CreateLimit | undefined;
  readonly onChange: () => void;
  readonly stopping: AbortSignal;
}

/** What a route learns about its call, for the journal and the fault plan. */
export interface Variables {
  account: string;
  note: { code?: number; model?: string; taskId?: string; body?: unknown; fault?: string; cut?: boolean };
}

export type Env = { Bindings: HttpBindings; Variables: Variables };
export type Ctx = Context<Env>;
