/** What is at two keys of a map of maps; made when there is none yet. */
export function itemAt<T>(
  items: Map<string, Map<string, T>>,
  outer: string,
  inner: string,
  make: () => T,
): T {
  let inners = items.get(outer);
  if (!inners) {
    inners = new Map();
    items.set(outer, inners);
  }
  let item = inners.get(inner);
  if (item === undefined) {
    item = make();
    inners.set(inner, item);
  }
  return item;
}
