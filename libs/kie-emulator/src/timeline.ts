import type { Clock } from './clock.ts';

interface Entry {
  readonly due: number;
  readonly order: number;
  readonly run: () => Promise<void>;
}

/**
 * The emulator's own time: the injected clock plus what `advance` has skipped, and everything that is to happen
 * at some moment of it. Entries run when the clock gets there, when somebody looks (`poke`), or in order of
 * their time while `advance` walks over them.
 */
export class Timeline {
  readonly #clock: Clock;
  #skipped: number;
  #heap: Entry[] = [];
  #order = 0;
  #alarm: AbortController | undefined;
  #alarmAt = Infinity;
  #running = new Set<Promise<void>>();
  #closed = false;

  constructor(clock: Clock, skippedMs = 0) {
    this.#clock = clock;
    this.#skipped = skippedMs;
  }

  now(): number {
    return this.#clock.now() + this.#skipped;
  }

  /** How far this time is ahead of the clock's; kept on disk so that time never runs backwards. */
  get skippedMs(): number {
    return this.#skipped;
  }

  at(due: number, run: () => Promise<void>): void {
    push(this.#heap, { due, order: this.#order++, run });
    if (due <= this.now()) queueMicrotask(() => this.poke());
    else this.#arm();
  }

  /** Starts whatever is due now. */
  poke(): void {
    while (!this.#closed && this.#heap[0] !== undefined && this.#heap[0].due <= this.now()) {
      void this.#start(pop(this.#heap));
    }
    this.#arm();
  }

  /** Skips time. Resolves when everything that fell due on the way has happened, callbacks included. */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new RangeError(`advance(ms): ms must be 0 or more, got ${ms}`);
    const target = this.now() + ms;
    for (;;) {
      const next = this.#heap[0];
      if (next === undefined || next.due > target) {
        if (this.#running.size === 0) break;
        await Promise.all(this.#running); // what runs may add an entry before the target
        continue;
      }
      this.#skipped += Math.max(0, next.due - this.now());
      await this.#start(pop(this.#heap));
    }
    this.#skipped += Math.max(0, target - this.now());
    this.#arm();
  }

  /** Stops all timers and waits for what has begun. Entries not yet due are dropped. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#heap = [];
    this.#alarm?.abort();
    await Promise.all(this.#running);
  }

  #start(entry: Entry): Promise<void> {
    const running = entry.run().finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  #arm(): void {
    const due = this.#heap[0]?.due ?? Infinity;
    if (this.#closed || due === this.#alarmAt) return;
    this.#alarm?.abort();
    this.#alarmAt = due;
    if (due === Infinity) return;
    const alarm = new AbortController();
    this.#alarm = alarm;
    void this.#clock.sleep(Math.max(0, due - this.now()), alarm.signal).then(() => {
      if (alarm.signal.aborted) return;
      this.#alarmAt = Infinity;
      this.poke();
    });
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as Entry;
    if (!before(entry, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = entry;
}

/** Call only on a heap that is not empty. */
function pop(heap: Entry[]): Entry {
  const top = heap[0] as Entry;
  const last = heap.pop() as Entry;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++;
    const below = heap[child] as Entry;
    if (!before(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return top;
}
