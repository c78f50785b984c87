import { type Click, codeKey } from '@reftally/core';

const DAY_MS = 86_400_000;

type Generation = Map<string, Map<string, Click>>;

/**
 * The latest click of each client with each code, for at least 24 hours and at most 48: two generations by the time of the decision
 * (ms), of which the older is dropped whole, so that forgetting costs nothing and every fold of one log forgets alike.
 */
export class RecentClicks {
  #since = 0;
  #current: Generation = new Map();
  #previous: Generation = new Map();

  latest(code: string, client: string): Click | undefined {
    const key = codeKey(code);
    return this.#current.get(key)?.get(client) ?? this.#previous.get(key)?.get(client);
  }

  add(click: Click, decidedAt: number): void {
    this.#age(decidedAt);
    const known = this.latest(click.code, click.client);
    if (known && known.at > click.at) return;
    put(this.#current, click);
  }

  /** When the current generation began, and all clicks of both; `restore` takes them back in any number of pieces. */
  dump(): { since: number; current: Iterable<Click>; previous: Iterable<Click> } {
    return { since: this.#since, current: clicksOf(this.#current), previous: clicksOf(this.#previous) };
  }

  restore(since: number, generation: 'current' | 'previous', clicks: readonly Click[]): void {
    this.#since = since;
    for (const click of clicks) put(generation === 'current' ? this.#current : this.#previous, click);
  }

  /** Lets go of what can be nobody's any more, where no later click does. `now` in ms. */
  forget(now: number): void {
    if (now - this.#since < 3 * DAY_MS) return;
    this.#current = new Map();
    this.#previous = new Map();
  }

  #age(now: number): void {
    if (now - this.#since < DAY_MS) return;
    this.#previous = now - this.#since < 2 * DAY_MS ? this.#current : new Map();
    this.#current = new Map();
    this.#since = now;
  }
}

function put(generation: Generation, click: Click): void {
  const key = codeKey(click.code);
  const clients = generation.get(key);
  if (clients) clients.set(click.client, click);
  else generation.set(key, new Map([[click.client, click]]));
}

function* clicksOf(generation: Generation): Generator<Click> {
  for (const clients of generation.values()) yield* clients.values();
}
