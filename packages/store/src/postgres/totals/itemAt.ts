/** What is at two keys of a map of maps; made when there is none yet. */
export function itemAt<T>(
  items: Map<string, Map<string, T>>,
  outer: string,
  inner: string,
  make: () => T,
): T {
  const inners = items.get(outer) ?? new Map<string, T>();
  items.set(outer, inners);
  const item = inners.get(inner) ?? make();
  inners.set(inner, item);
  return item;
}
