/** What the ledger must do, in forty lines of memory: the model that random programs are compared with. */

export type Command =
  | { readonly do: 'grant'; readonly user: number; readonly key: string; readonly amount: number }
  | { readonly do: 'topUp'; readonly user: number; readonly key: string; readonly amount: number }
  | { readonly do: 'hold'; readonly user: number; readonly generation: number; readonly amount: number }
  | { readonly do: 'capture'; readonly generation: number; readonly amount: number }
  | { readonly do: 'release'; readonly generation: number }
  | { readonly do: 'refund'; readonly generation: number; readonly amount: number };

interface Hold {
  readonly user: number;
  readonly amount: number;
  captured: number;
  settled: boolean;
  refunded: number | undefined;
}

export interface Model {
  readonly run: (command: Command) => unknown;
  readonly balance: (user: number) => { readonly available: number; readonly held: number };
}

export function createModel(): Model {
  const accounts = new Map<number, { available: number; held: number }>();
  const keys = new Map<string, { readonly user: number; readonly amount: number }>();
  const holds = new Map<number, Hold>();
  const account = (user: number) => {
    const found = accounts.get(user) ?? { available: 0, held: 0 };
    accounts.set(user, found);
    return found;
  };

  function add(key: string, user: number, amount: number): boolean | string {
    const before = keys.get(key);
    if (before) return before.user === user && before.amount === amount ? false : 'key_reused';
    keys.set(key, { user, amount });
    account(user).available += amount;
    return true;
  }

  function hold(user: number, generation: number, amount: number): unknown {
    const before = holds.get(generation);
    if (before) return before.user === user && before.amount === amount ? { held: true } : 'key_reused';
    const own = account(user);
    if (own.available < amount) return { held: false, available: own.available };
    own.available -= amount;
    own.held += amount;
    holds.set(generation, { user, amount, captured: 0, settled: false, refunded: undefined });
    return { held: true };
  }

  function settle(generation: number, amount: number, captures: boolean): unknown {
    const own = holds.get(generation);
    if (!own) return captures ? 'no_hold' : { settled: false, captured: 0, released: 0 };
    const settled = !own.settled;
    if (settled) {
      own.settled = true;
      own.captured = Math.min(amount, own.amount);
      account(own.user).held -= own.amount;
      account(own.user).available += own.amount - own.captured;
    }
    return { settled, captured: own.captured, released: own.amount - own.captured };
  }

  function refund(generation: number, amount: number): unknown {
    const own = holds.get(generation);
    if (!own?.settled || own.captured === 0) return 'no_capture';
    const refunded = own.refunded === undefined;
    if (refunded) {
      own.refunded = Math.min(amount, own.captured);
      account(own.user).available += own.refunded;
    }
    return { refunded, amount: own.refunded };
  }

  return {
    balance: account,
    run(command) {
      if (command.do === 'grant') return add(`grant-${command.key}`, command.user, command.amount);
      if (command.do === 'topUp') return add(`topup-${command.key}`, command.user, command.amount);
      if (command.do === 'hold') return hold(command.user, command.generation, command.amount);
      if (command.do === 'capture') return settle(command.generation, command.amount, true);
      if (command.do === 'release') return settle(command.generation, 0, false);
      return refund(command.generation, command.amount);
    },
  };
}

/** A program of `length` commands over few users, keys and generations, so that they meet often. */
export function randomProgram(random: (below: number) => number, length: number): Command[] {
  return Array.from({ length }, () => {
    const user = 1 + random(3);
    const generation = random(12);
    const amount = 1 + random(9);
    const key = String(random(14));
    const kind = random(20);
    if (kind < 3) return { do: 'grant', user, key, amount };
    if (kind < 5) return { do: 'topUp', user, key, amount };
    if (kind < 11) return { do: 'hold', user, generation, amount };
    if (kind < 15) return { do: 'capture', generation, amount: amount - 1 };
    if (kind < 18) return { do: 'release', generation };
    return { do: 'refund', generation, amount };
  });
}
