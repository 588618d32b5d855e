/** How long (ms) some calls took. */
export class Latency {
  private readonly taken: number[] = [];
  /** Answers other than the expected one. */
  refused = 0;

  /** Calls again and again, a pause (ms) between, until `ended`; answers once the last call has. */
  async watch(call: () => Promise<boolean>, pauseMs: number, ended: () => boolean): Promise<void> {
    while (!ended()) {
      const begun = performance.now();
      if (!(await call().catch(() => false))) this.refused += 1;
      this.taken.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  get calls(): number {
    return this.taken.length;
  }

  /** `at(0.99)`: what 99 of 100 calls took at most, in whole ms. */
  at(share: number): number {
    const sorted = [...this.taken].sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  }

  get text(): string {
    return `p50 ${this.at(0.5)} ms, p99 ${this.at(0.99)} ms, most ${this.at(1)} ms of ${this.calls}`;
  }
}
