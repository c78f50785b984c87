/** One key of several names; none of them has a line feed. */
export function keyOf(...names: string[]): string {
  return names.join('\n');
}
