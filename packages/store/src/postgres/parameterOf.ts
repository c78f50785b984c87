/** A value as a parameter of a statement: lists of texts as PostgreSQL writes them, bytes as they are, all else as text. */
export function parameterOf(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(quote).join(',')}}`;
  return Buffer.isBuffer(value) ? value : String(value);
}

function quote(value: unknown): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}
