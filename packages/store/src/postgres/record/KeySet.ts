import { keyOf } from './keyOf.js';

/** Things of a site by their keys, each once and in one order for everybody: rows are locked in it. */
export class KeySet<T extends { site: string }> {
  readonly #items = new Map<string, T>();
  readonly #nameOf: (item: T) => string;

  constructor(nameOf: (item: T) => string) {
    this.#nameOf = nameOf;
  }

  add(item: T): void {
    this.#items.set(keyOf(item.site, this.#nameOf(item)), item);
  }

  delete(item: T): void {
    this.#items.delete(keyOf(item.site, this.#nameOf(item)));
  }

  get size(): number {
    return this.#items.size;
  }

  /** In their order. */
  rows(): readonly T[] {
    return [...this.#items.keys()].sort().map((key) => this.#items.get(key) as T);
  }
}
