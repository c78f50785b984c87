/**
 * Something of each partner. The database gives partners in the order of its indexes, mostly: then the next one that is asked for stands beside the last
 * one, and nothing is looked up. In any other order they are found as well.
 */
export class PartnerList<T extends { readonly partner: string }> {
  readonly #items: T[] = [];
  readonly #make: (partner: string) => T;
  /** Where the last one stands. */
  #at = 0;
  /** Where each stands; made when somebody is asked for out of order. */
  #places: Map<string, number> | undefined;

  constructor(make: (partner: string) => T) {
    this.#make = make;
  }

  /** What there is of a partner. */
  find(partner: string): T | undefined {
    // At the same place (another slot), at the next, or at the start, where direct stands before the first partner.
    if (this.#isAt(this.#at, partner) || this.#isAt(this.#at + 1, partner)) return this.#items[this.#at];
    if (this.#isBehind(partner)) return undefined;
    if (this.#isAt(0, partner) || this.#isAt(1, partner)) return this.#items[this.#at];
    return this.#lookUp(partner);
  }

  /** The same, made when there is none yet. */
  at(partner: string): T {
    const known = this.find(partner);
    if (known) return known;
    const item = this.#make(partner);
    this.#places?.set(partner, this.#items.length);
    this.#at = this.#items.push(item) - 1;
    return item;
  }

  #isAt(place: number, partner: string): boolean {
    if (this.#items[place]?.partner !== partner) return false;
    this.#at = place;
    return true;
  }

  /** Whether it comes after all others, of which each comes after those before it. */
  #isBehind(partner: string): boolean {
    const last = this.#items.at(-1);
    return this.#places === undefined && (last === undefined || partner > last.partner);
  }

  #lookUp(partner: string): T | undefined {
    this.#places ??= new Map(this.#items.map((item, place) => [item.partner, place]));
    const place = this.#places.get(partner);
    if (place === undefined) return undefined;
    this.#at = place;
    return this.#items[place];
  }
}
