import { StoreError } from './StoreError.js';

/** What is to be changed does not exist. */
export class NotFoundError extends StoreError {
  override name = 'NotFoundError';
}
