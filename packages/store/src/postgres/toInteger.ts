/** Reads an integer as the database writes it. Throws a `RangeError` rather than give a sum that is off by one. */
export function toInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the database holds ${text}, which is too large`);
  return number;
}
