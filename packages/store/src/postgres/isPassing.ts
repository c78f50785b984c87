/** Of PostgreSQL: a connection, a transaction that stood in another's way, a server that ends or starts. */
const CODES = /^(08...|40001|40P01|40003|57P0[1-5]|53300|25006)$/;
const SYSTEM = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]);
/** Of the client, which gives these no code. */
const MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

/** Whether the same may succeed a moment later, on another connection or in another order. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errors } = error as { code?: unknown; errors?: unknown[] };
  if (typeof code === 'string') return CODES.test(code) || SYSTEM.has(code);
  return MESSAGES.test(error.message) || (errors?.some(isPassing) ?? false);
}
