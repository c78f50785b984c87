/** What a store answers instead of a result; `message` tells the operator or developer what to change. */
export class StoreError extends Error {
  override name = 'StoreError';
}
