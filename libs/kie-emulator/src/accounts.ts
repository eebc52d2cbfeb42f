import { createHash } from 'node:crypto';

/** How many new tasks an account may start in a time; https://docs.kie.ai: 20 per 10 s. */
export interface CreateLimit {
  readonly max: number;
  readonly perMs: number;
}

interface Account {
  credits: number;
  /** When tasks were started lately. */
  starts: number[];
}

/** Money and rate of each key. A key itself is kept in memory only; elsewhere its account number stands for it. */
export class Accounts {
  readonly #byNumber = new Map<string, Account>();
  readonly #numberByKey = new Map<string, string>();

  constructor(keys: readonly string[], credits: number, kept: Readonly<Record<string, number>> = {}) {
    for (const key of keys) {
      const number = accountNumber(key);
      this.#numberByKey.set(key, number);
      this.#byNumber.set(number, { credits: kept[number] ?? credits, starts: [] });
    }
  }

  /** The account of an Authorization header. */
  find(authorization: string | undefined): string | undefined {
    const key = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1]?.trim();
    return key === undefined ? undefined : this.#numberByKey.get(key);
  }

  /** The first key's account, for control calls that name none. */
  get first(): string {
    return [...this.#byNumber.keys()][0] as string;
  }

  credits(account: string): number {
    return this.#byNumber.get(account)?.credits ?? 0;
  }

  set(account: string, credits: number): void {
    const found = this.#byNumber.get(account);
    if (found !== undefined) found.credits = round(credits);
  }

  /** Takes the amount, or takes nothing and says no. */
  take(account: string, amount: number): boolean {
    if (this.credits(account) < amount) return false;
    this.set(account, this.credits(account) - amount);
    return true;
  }

  give(account: string, amount: number): void {
    this.set(account, this.credits(account) + amount);
  }

  mayStart(account: string, now: number, limit: CreateLimit): boolean {
    const found = this.#byNumber.get(account);
    if (found === undefined) return false;
    found.starts = found.starts.filter((at) => at > now - limit.perMs);
    return found.starts.length < limit.max;
  }

  started(account: string, now: number): void {
    this.#byNumber.get(account)?.starts.push(now);
  }

  toJSON(): Record<string, number> {
    return Object.fromEntries([...this.#byNumber].map(([number, account]) => [number, account.credits]));
  }
}

/** KIE puts the account's number into every upload address. */
function accountNumber(key: string): string {
  return String(100_000 + (createHash('sha256').update(key).digest().readUInt32BE(0) % 900_000));
}

/** Balances have decimals; this keeps sums of 0.1 + 0.2 readable. */
function round(credits: number): number {
  return Math.round(credits * 10_000) / 10_000;
}
