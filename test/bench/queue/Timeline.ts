type Entry = { at: number; happen: () => void };

/** What will happen when, in a heap: the earliest first. */
export class Timeline {
  readonly #heap: Entry[] = [];

  at(at: number, happen: () => void): void {
    const heap = this.#heap;
    let index = heap.length;
    for (
      let parent = (index - 1) >> 1;
      index > 0 && (heap[parent]?.at ?? 0) > at;
      parent = (index - 1) >> 1
    ) {
      heap[index] = heap[parent] as Entry;
      index = parent;
    }
    heap[index] = { at, happen };
  }

  /** Lets all happen that is due until then, and what follows of it. */
  run(until: number): void {
    for (let next = this.#take(); next && next.at <= until; next = this.#take()) next.happen();
  }

  #take(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (!left) break;
      if (right && right.at < left.at) child++;
      const least = heap[child] as Entry;
      if (least.at >= entry.at) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = entry;
  }
}
