import type { PoolClient } from 'pg';
import { type Answered, type Asked, Batch } from './Batch.js';
import type { Run } from './Run.js';
import type { Statement } from './Statement.js';

type Waiting = Asked & { resolve: (answered: Answered) => void; reject: (error: unknown) => void };

/** Runs statements on a connection: those that are asked before the event loop turns go over the wire together, once those before have been answered. */
export class Pipeline {
  readonly #client: PoolClient;
  readonly #prepare: boolean;
  #waiting: Waiting[] = [];
  #isBusy = false;

  /** `prepare`: by their names. */
  constructor(client: PoolClient, prepare: boolean) {
    this.#client = client;
    this.#prepare = prepare;
  }

  readonly run: Run = async <Row>(statement: Statement, ...values: unknown[]) =>
    (await this.ask(statement, values)).rows as Row[];

  ask(named: Statement, values: readonly unknown[] = []): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const statement = this.#prepare ? named : { ...named, name: '' };
      this.#waiting.push({ statement, values, resolve, reject });
      if (this.#waiting.length === 1 && !this.#isBusy) process.nextTick(() => this.#send());
    });
  }

  #send(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    this.#isBusy = true;
    this.#client.query(
      new Batch(batch, (error, answered) => {
        this.#isBusy = false;
        for (const [index, { resolve, reject }] of batch.entries()) {
          const one = answered?.[index];
          if (one) resolve(one);
          else reject(error);
        }
        if (this.#waiting.length > 0) this.#send();
      }),
    );
  }
}
