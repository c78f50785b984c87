/**
 * The index of the first item that `isBeyond`, in a list where all such items come last; its length when there is none. None of those
 * before `from` may be.
 */
export function firstIndex<T>(list: readonly T[], isBeyond: (item: T) => boolean, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
