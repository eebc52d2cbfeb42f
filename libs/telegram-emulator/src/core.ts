import type { FlowControl } from './api/flood.ts';
import type { EmulatorClock } from './clock.ts';
import type { EmulatorIds } from './ids.ts';
import type { BlobStore } from './media/blob-store.ts';
import type { EventBus } from './sim/events.ts';
import type { FaultPlan } from './sim/faults.ts';
import type { Journal } from './sim/journal.ts';
import type { ChatState, State } from './state.ts';
import type { Chat, User } from './types.ts';
import type { World } from './world.ts';
import type { Poller } from './updates/polling.ts';
import type { UpdateQueue } from './updates/queue.ts';
import type { WebhookSender } from './updates/webhook.ts';

/** One bot of a running emulator: its state and the parts that work on it. Handed to every function that needs it. */
export interface Core {
  readonly token: string;
  readonly bot: User;
  /** Privacy mode is off: the bot gets every message of its groups. */
  readonly readsAllGroupMessages: boolean;
  /** What all bots of the emulator share. */
  readonly world: World;
  readonly state: State;
  readonly clock: EmulatorClock;
  readonly ids: EmulatorIds;
  readonly blobs: BlobStore;
  readonly events: EventBus;
  readonly queue: UpdateQueue;
  readonly poller: Poller;
  readonly webhook: WebhookSender;
  readonly journal: Journal;
  readonly faults: FaultPlan;
  readonly flood: FlowControl;
  readonly fetch: typeof fetch;
  readonly log: (line: string) => void;
  /** Says that the state changed and is worth keeping. */
  readonly touch: () => void;
}

/** Unix seconds, as dates in the Bot API are. */
export function unixTime(core: Core): number {
  return Math.floor(core.clock.now() / 1_000);
}

/** The `chat` object of the Bot API. */
export function chatOf(chat: ChatState): Chat {
  if (chat.kind === 'group') {
    const { id, title } = chat;
    // Client.cpp 1265-1300: these two stand in every `chat` of a basic group.
    if (!chat.supergroup) {
      return {
        id,
        title,
        type: 'group',
        all_members_are_administrators: true,
        accepted_gift_types: giftTypes(false),
      };
    }
    return { id, title, type: 'supergroup', ...(chat.forum ? { is_forum: true } : {}) };
  }
  const { user } = chat;
  return {
    id: user.id,
    type: 'private',
    first_name: user.first_name,
    ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
    ...(user.username === undefined ? {} : { username: user.username }),
  };
}

/** Which gifts a chat takes: all or none. */
export function giftTypes(accepted: boolean): Record<string, boolean> {
  return {
    unlimited_gifts: accepted,
    limited_gifts: accepted,
    unique_gifts: accepted,
    premium_subscription: accepted,
    gifts_from_channels: accepted,
  };
}
