/** Counts calls by name in a sliding time: so many in so many milliseconds, the rest is refused and not counted. */
export class RateWindows {
  readonly #times = new Map<string, number[]>();
  #sweptAt = 0;

  /** Whether one more call is allowed now; if so, it is counted. */
  allow(name: string, now: number, max: number, perMs: number): boolean {
    if (!(perMs > 0)) return true;
    this.#sweep(now, perMs);
    const recent = (this.#times.get(name) ?? []).filter((at) => at > now - perMs);
    if (recent.length >= max) {
      this.#times.set(name, recent);
      return false;
    }
    recent.push(now);
    this.#times.set(name, recent);
    return true;
  }

  /** Names nobody has used for a while are forgotten, or ten thousand tasks would stay here for good. */
  #sweep(now: number, perMs: number): void {
    if (this.#times.size < 1000 || now - this.#sweptAt < perMs) return;
    this.#sweptAt = now;
    for (const [name, times] of this.#times) {
      if ((times.at(-1) ?? 0) <= now - perMs) this.#times.delete(name);
    }
  }
}
