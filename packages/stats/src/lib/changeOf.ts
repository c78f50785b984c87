/** How a count moved, as a fraction (0.12 is 12 % more); `undefined` when there was nothing to compare with. */
export function changeOf(now: number, before: number): number | undefined {
  return before === 0 ? undefined : (now - before) / before;
}
