import type { Health } from '../Health.js';
import { UnavailableError } from '../UnavailableError.js';
import type { Connections } from './connect.js';

const PROBE_MS = 1_000;
/** A write: a full disk, and a server that only copies another one, let everybody read. */
const PROBE = "/* reftally:probe */ DELETE FROM commits WHERE id = '00000000-0000-0000-0000-000000000000'";

/** The connections to a database while the store is open: lets calls through, knows whether they can succeed, and closes when all are done. */
export class OpenDatabase {
  readonly #connections: Connections;
  readonly #warn: (message: string) => void;
  readonly #running = new Set<Promise<unknown>>();
  #problem: string | undefined;
  #probe: NodeJS.Timeout | undefined;
  #closed: Promise<void> | undefined;

  constructor(connections: Connections, warn: (message: string) => void) {
    this.#connections = connections;
    this.#warn = warn;
  }

  /** Rejects with an `UnavailableError` once the store is closed. */
  async call<T>(work: (connections: Connections) => Promise<T>): Promise<T> {
    if (this.#closed) throw new UnavailableError('The store is closed');
    const running = work(this.#connections);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      if (error instanceof UnavailableError) this.#note(error.message);
      throw error;
    } finally {
      this.#running.delete(running);
    }
  }

  health(): Health {
    if (this.#closed) return { writable: false, reason: 'The store is closed' };
    return this.#problem === undefined ? { writable: true } : { writable: false, reason: this.#problem };
  }

  /** Lets what is under way end, then `last`, and closes. */
  close(last: () => Promise<void>): Promise<void> {
    this.#closed ??= this.#end(last);
    return this.#closed;
  }

  async #end(last: () => Promise<void>): Promise<void> {
    clearTimeout(this.#probe);
    await Promise.allSettled(this.#running);
    await last();
    await this.#connections.pool.end();
  }

  /** Says so once, and looks every second whether it is over: a collector that says it is not ready is not asked. */
  #note(problem: string): void {
    if (this.#problem !== undefined || this.#closed) return;
    this.#problem = problem;
    this.#warn(`${problem}; events are answered 503 meanwhile`);
    this.#probeLater();
  }

  #probeLater(): void {
    this.#probe = setTimeout(() => void this.#look(), PROBE_MS * (0.5 + Math.random()));
  }

  async #look(): Promise<void> {
    try {
      await this.#connections.pool.query(PROBE);
      this.#problem = undefined;
      this.#warn('PostgreSQL can be used again');
    } catch {
      if (!this.#closed) this.#probeLater();
    }
  }
}
