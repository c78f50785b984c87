/** What is done now and then: at most every `everyMs`, at the earliest after half of that, so that many collectors do not come at once. */
export type Chore = {
  everyMs: number;
  work: () => Promise<void>;
  /** Is told of a failure, but not again until it has succeeded meanwhile. */
  failed: (why: string) => void;
};

/** Does something again and again until it is stopped. */
export class Rounds {
  readonly #chore: Chore;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = false;
  #hasFailed = false;

  constructor(chore: Chore) {
    this.#chore = chore;
    this.#later();
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #later(): void {
    if (this.#isStopped) return;
    const wait = this.#chore.everyMs * (0.5 + Math.random() / 2);
    this.#timer = setTimeout(() => {
      this.#round = this.#doRound();
      void this.#round.then(() => this.#later());
    }, wait);
    this.#timer.unref();
  }

  async #doRound(): Promise<void> {
    try {
      await this.#chore.work();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.#chore.failed(error instanceof Error ? error.message : String(error));
      this.#hasFailed = true;
    }
  }
}
