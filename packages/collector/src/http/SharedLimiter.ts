import type { Taken } from '@reftally/store';
import { tooMuch } from './tooMuch.js';

const MINUTE_MS = 60_000;
/** So long after something was taken the others are told, together with all that is taken meanwhile. */
const TELL_MS = 1_000;
/** Who has not taken this part of what is allowed is not worth telling of: nearly everybody. */
const QUIET_PART = 50;

/** Whom a limiter shares its limit with, and what it needs for that. */
export type Sharing = {
  /** See `Store.shareTaken`. */
  share: (taken: readonly Taken[], minute: number) => Promise<number[]>;
  /** What others get to see of a key. */
  hashOf: (key: string, minute: number) => string;
  /** ms since the epoch: all who share must agree on the minute. */
  now: () => number;
  /** Does something so many ms later. */
  later: (work: () => void, ms: number) => void;
};

/** Of a key in the present minute: what was taken here, and elsewhere as far as that is known. */
type Account = { taken: number; elsewhere: number; isShared: boolean };

/**
 * Allows each key so many points in a minute of the clock, all collectors together. Taking asks nobody: once a second the others are told what was
 * taken here, and what they have taken is heard. When that fails, counting goes on with what is known.
 */
export class SharedLimiter {
  readonly #limit: number;
  readonly #sharing: Sharing;
  readonly #quiet: number;
  #minute = 0;
  #accounts = new Map<string, Account>();
  /** Of which others are told. */
  #shared = new Map<string, Account>();
  #isDue = false;

  constructor(pointsPerMinute: number, sharing: Sharing) {
    this.#limit = pointsPerMinute;
    this.#sharing = sharing;
    this.#quiet = Math.floor(pointsPerMinute / QUIET_PART);
  }

  /** A `Limiter`. */
  take(key: string, points: number): void {
    const at = this.#sharing.now();
    this.#turnTo(Math.floor(at / MINUTE_MS));
    const account = this.#accountOf(key);
    account.taken += points;
    if (account.taken > this.#quiet && !account.isShared) this.#shareFromNow(key, account);
    if (this.#isUsedUp(account)) throw tooMuch(MINUTE_MS - (at % MINUTE_MS));
  }

  #isUsedUp({ taken, elsewhere }: Account): boolean {
    return taken + elsewhere > this.#limit;
  }

  #turnTo(minute: number): void {
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#accounts = new Map();
    this.#shared = new Map();
  }

  #accountOf(key: string): Account {
    const known = this.#accounts.get(key);
    if (known) return known;
    const account = { taken: 0, elsewhere: 0, isShared: false };
    this.#accounts.set(key, account);
    return account;
  }

  #shareFromNow(key: string, account: Account): void {
    account.isShared = true;
    this.#shared.set(key, account);
    if (!this.#isDue) this.#tellLater();
  }

  #tellLater(): void {
    this.#isDue = true;
    this.#sharing.later(() => void this.#tell(), TELL_MS);
  }

  async #tell(): Promise<void> {
    this.#turnTo(Math.floor(this.#sharing.now() / MINUTE_MS));
    try {
      if (this.#shared.size > 0) await this.#exchange(this.#shared, this.#minute);
    } catch {
      // The store says for itself that it is away.
    }
    this.#isDue = false;
    if (this.#shared.size > 0) this.#tellLater();
  }

  async #exchange(shared: Map<string, Account>, minute: number): Promise<void> {
    const { share, hashOf } = this.#sharing;
    const asked = [...shared];
    const taken = asked.map(([key, { taken }]) => ({ key: hashOf(key, minute), points: taken }));
    const elsewhere = await share(taken, minute);
    for (const [index, [key, account]] of asked.entries()) {
      account.elsewhere = elsewhere[index] ?? 0;
      // Whoever asks is told as much from now on: there is no more to say.
      if ((taken[index]?.points ?? 0) + account.elsewhere > this.#limit) shared.delete(key);
    }
  }
}
