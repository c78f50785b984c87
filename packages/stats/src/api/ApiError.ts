/** An answer that is not a success; `code` is the server's, or `unreachable` when there was no answer at all. */
export class ApiError extends Error {
  /** @param retryAfter seconds to wait, from the `Retry-After` header */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfter?: number,
    readonly field?: string,
  ) {
    super(message);
  }
}
