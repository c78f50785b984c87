/** What an answer can carry beside its sentence. */
export type HttpErrorDetails = {
  /** The field of the request that is wrong. */
  field?: string | undefined;
  headers?: Readonly<Record<string, string>>;
};

/**
 * Thrown anywhere while a request is answered; becomes `{"error":{"code","message","field"?}}` with that status.
 * The message tells a developer what to change.
 */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, details: HttpErrorDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = details.field;
    this.headers = details.headers ?? {};
  }
}
