import { StoreError } from './StoreError.js';

/** A list was asked for with a `cursor` that no page has handed out. */
export class CursorError extends StoreError {
  override name = 'CursorError';
}
