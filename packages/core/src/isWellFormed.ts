/** Whether text has no half surrogate pairs, which no UTF-8 file could hold. */
export function isWellFormed(value: string): boolean {
  return !/[\ud800-\udfff]/.test(value) || !/\p{Surrogate}/u.test(value);
}
