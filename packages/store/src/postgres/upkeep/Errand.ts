import type { Chore } from './Rounds.js';

/** What is done `everyMs` after somebody has asked for it, once for all who ask meanwhile; and again when it fails. */
export class Errand {
  readonly #chore: Chore;
  #timer: NodeJS.Timeout | undefined;
  #run: Promise<void> = Promise.resolve();
  #isStopped = false;
  #hasFailed = false;

  constructor(chore: Chore) {
    this.#chore = chore;
  }

  ask(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#run = this.#run.then(() => this.#do());
    }, this.#chore.everyMs);
    this.#timer.unref();
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#run;
  }

  async #do(): Promise<void> {
    try {
      await this.#chore.work();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) this.#chore.failed(error instanceof Error ? error.message : String(error));
      this.#hasFailed = true;
      this.ask();
    }
  }
}
