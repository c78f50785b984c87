import { StoreError } from './StoreError.js';

/** Nothing can be written now (a full or failing disk, a database that is away); the same call may succeed later. */
export class UnavailableError extends StoreError {
  override name = 'UnavailableError';
}
