/** V8 refuses the 16,777,217th entry of a Set. */
const MAX_ENTRIES = 2 ** 23;

/** A set of strings that may outgrow a `Set`. */
export class IdSet {
  readonly #sets: Set<string>[] = [new Set()];

  has(id: string): boolean {
    for (const set of this.#sets) if (set.has(id)) return true;
    return false;
  }

  add(id: string): void {
    const last = this.#sets.at(-1);
    if (last && last.size < MAX_ENTRIES) last.add(id);
    else this.#sets.push(new Set([id]));
  }

  *[Symbol.iterator](): Generator<string> {
    for (const set of this.#sets) yield* set;
  }
}
