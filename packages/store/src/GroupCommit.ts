import { setImmediate as nextTurn } from 'node:timers/promises';

type Group<T> = { items: T[]; done: Promise<void>; resolve: () => void; reject: (cause: unknown) => void };

/**
 * Makes many small writes share one slow commit: what is added while a commit is in flight goes into the next one. Groups are committed
 * one after the other, in the order of `add`. A failed commit rejects its own group only; whether later ones may succeed is for
 * `commit` to say.
 */
export class GroupCommit<T> {
  readonly #commit: (items: readonly T[]) => Promise<void>;
  #open: Group<T> | undefined;
  #inFlight: Group<T> | undefined;
  #running = false;

  constructor(commit: (items: readonly T[]) => Promise<void>) {
    this.#commit = commit;
  }

  /** Queues an item; the promise is shared by the whole group and settles with its commit. */
  add(item: T): Promise<void> {
    this.#open ??= newGroup();
    this.#open.items.push(item);
    if (!this.#running) void this.#run();
    return this.#open.done;
  }

  /** Settles with the group in which the latest item is; resolves at once when nothing is pending. */
  settled(): Promise<void> {
    return (this.#open ?? this.#inFlight)?.done ?? Promise.resolve();
  }

  /**
   * Waits a turn of the event loop, so that all that arrived in one turn shares a commit. The next commit begins before anybody is told of the
   * last one: to tell them takes as long as a disk.
   */
  async #run(): Promise<void> {
    this.#running = true;
    await nextTurn();
    let tell = () => {};
    while (this.#open) {
      const committed = this.#commitGroup(this.#open);
      tell();
      tell = await committed;
      if (this.#open) continue;
      tell();
      tell = () => {};
      await nextTurn();
    }
    this.#running = false;
  }

  /** Resolves to what tells those who wait. */
  async #commitGroup(group: Group<T>): Promise<() => void> {
    this.#open = undefined;
    this.#inFlight = group;
    try {
      await this.#commit(group.items);
      return group.resolve;
    } catch (cause) {
      return () => group.reject(cause);
    } finally {
      this.#inFlight = undefined;
    }
  }
}

function newGroup<T>(): Group<T> {
  let resolve: () => void = () => {};
  let reject: (cause: unknown) => void = () => {};
  const done = new Promise<void>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  done.catch(() => {}); // Nobody may be waiting, and that must not end the process.
  return { items: [], done, resolve, reject };
}
