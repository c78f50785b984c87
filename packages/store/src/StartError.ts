import { StoreError } from './StoreError.js';

/** The store cannot be opened: the message is one sentence that tells the operator what to do. */
export class StartError extends StoreError {
  override name = 'StartError';
}
