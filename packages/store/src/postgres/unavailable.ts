import { StoreError } from '../StoreError.js';
import { UnavailableError } from '../UnavailableError.js';
import { isPassing } from './isPassing.js';

/** Of PostgreSQL: resources (a full disk), an operator's doing, the system's own errors. */
const CODES = /^(53...|55P03|57...|58...|XX00[12])$/;

/** What to reject with: an `UnavailableError` when the database is to blame, else the error as it is. */
export function unavailable(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  const isBlamed = isPassing(error) || (typeof code === 'string' && CODES.test(code));
  return isBlamed
    ? new UnavailableError(`PostgreSQL cannot be used now: ${error.message || code}`, { cause: error })
    : error;
}
