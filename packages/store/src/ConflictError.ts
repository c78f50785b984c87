import { StoreError } from './StoreError.js';

/** A unique key is taken already. */
export class ConflictError extends StoreError {
  override name = 'ConflictError';
}
