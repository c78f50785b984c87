/** One key of several names; none of them has a line feed. */
export function keyOf(first: string, ...names: string[]): string {
  let key = first;
  for (const name of names) key += `\n${name}`;
  return key;
}
