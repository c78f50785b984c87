const DAY_MS = 86_400_000;

/**
 * The clients (salted daily hashes of address and browser) in which a partner has lately used its pages. A hash is of one UTC day, so it
 * is forgotten when the next one comes two days later: nothing could equal it any more.
 */
export class SeenClients {
  readonly #clients = new Map<string, number>();

  has(client: string): boolean {
    return this.#clients.has(client);
  }

  /** `at` in ms. */
  add(client: string, at: number): void {
    this.forget(at);
    this.#clients.set(client, at);
  }

  /** `now` in ms. */
  forget(now: number): void {
    for (const [known, since] of this.#clients) if (now - since > 2 * DAY_MS) this.#clients.delete(known);
  }

  [Symbol.iterator](): Iterator<[client: string, at: number]> {
    return this.#clients.entries();
  }
}
