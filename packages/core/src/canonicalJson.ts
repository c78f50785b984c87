/**
 * The one JSON text of a value (RFC 8785, for values whose numbers are safe integers): no spaces, the keys of objects in the order of
 * their UTF-16 code units, fields that are undefined left out. Throws a `TypeError` on any other number: hashes of it could differ
 * from language to language, and money is never one.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === 'object' && value !== null) return objectText(value as Record<string, unknown>);
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0))) {
    throw new TypeError(`expected whole numbers only, got ${value}`);
  }
  if (value === undefined) throw new TypeError('expected a value, got undefined');
  return JSON.stringify(value);
}

function objectText(value: Record<string, unknown>): string {
  const fields = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${fields.join()}}`;
}
