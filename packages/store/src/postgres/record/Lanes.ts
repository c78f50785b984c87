import { setImmediate as nextTurn } from 'node:timers/promises';

type Waiting<T> = {
  item: T;
  keys: readonly string[];
  resolve: () => void;
  reject: (cause: unknown) => void;
};

/** How items are committed: in so many groups at a time, of which no two name the same key. */
export type LanesOptions<T> = {
  lanes: number;
  /** The fewest items that are worth a group beside another one. */
  worthwhile: number;
  keysOf: (item: T) => Iterable<string>;
  commit: (items: readonly T[]) => Promise<void>;
};

/**
 * Group commit with several groups in flight, so that one can be loaded and decided while another waits for the disk. What shares a key with a group
 * in flight waits until that is through, and so does what came later and shares a key with what waits: of one key, items are committed in the order
 * of `add`. A failed commit rejects its own group only.
 */
export class Lanes<T> {
  readonly #options: LanesOptions<T>;
  readonly #busy = new Set<string>();
  #waiting: Waiting<T>[] = [];
  #free: number;
  #isFilling = false;

  constructor(options: LanesOptions<T>) {
    this.#options = options;
    this.#free = options.lanes;
  }

  /** Queues an item; settles with the commit of its group. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, keys: [...this.#options.keysOf(item)], resolve, reject });
      if (this.#free > 0 && !this.#isFilling) void this.#fillLater();
    });
  }

  /** Waits a turn of the event loop, so that all that arrived in one turn shares a commit. */
  async #fillLater(): Promise<void> {
    this.#isFilling = true;
    await nextTurn();
    this.#isFilling = false;
    this.#fill();
  }

  #fill(): void {
    if (this.#free === 0 || !this.#isWorthwhile()) return;
    const group = this.#take();
    if (group.length > 0) void this.#commit(group);
  }

  /** A small group costs nearly what a large one does, and soon there will be a large one. */
  #isWorthwhile(): boolean {
    const { lanes, worthwhile } = this.#options;
    return this.#free === lanes || this.#waiting.length >= worthwhile;
  }

  /** All that can go now. */
  #take(): Waiting<T>[] {
    const taken: Waiting<T>[] = [];
    const left: Waiting<T>[] = [];
    const passed = new Set<string>();
    for (const one of this.#waiting) {
      if (one.keys.some((key) => this.#busy.has(key) || passed.has(key))) {
        left.push(one);
        for (const key of one.keys) passed.add(key);
      } else taken.push(one);
    }
    this.#waiting = left;
    return taken;
  }

  /** The next group begins before anybody is told of this one: to tell them takes as long as a disk. */
  async #commit(group: readonly Waiting<T>[]): Promise<void> {
    this.#free--;
    const keys = new Set(group.flatMap((one) => one.keys));
    for (const key of keys) this.#busy.add(key);
    let tell = ({ resolve }: Waiting<T>) => resolve();
    try {
      await this.#options.commit(group.map(({ item }) => item));
    } catch (cause) {
      tell = ({ reject }) => reject(cause);
    }
    this.#free++;
    for (const key of keys) this.#busy.delete(key);
    this.#fill();
    for (const one of group) tell(one);
  }
}
