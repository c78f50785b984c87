import { ConflictError, CursorError, NotFoundError, UnavailableError } from '@reftally/store';
import { HttpError } from './HttpError.js';

/** Long enough for a full disk's log line to be read, short enough that a browser is still on the page. */
const RETRY_SECONDS = '5';

/** Turns whatever was thrown into an answer; what nobody foresaw becomes a 500 that names the request and nothing else. */
export function toHttpError(error: unknown, requestId: string): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof ConflictError) return new HttpError(409, 'conflict', error.message);
  if (error instanceof NotFoundError) return new HttpError(404, 'not-found', error.message);
  if (error instanceof CursorError)
    return new HttpError(400, 'invalid-request', error.message, { field: 'cursor' });
  if (error instanceof UnavailableError) return unavailable();
  return (
    bodyProblem(error) ??
    new HttpError(
      500,
      'internal',
      `Something went wrong in the collector; its log says what, under request ${requestId}.`,
    )
  );
}

function unavailable(): HttpError {
  return new HttpError(
    503,
    'unavailable',
    'Nothing can be stored right now and nothing was; send the same again later.',
    { headers: { 'Retry-After': RETRY_SECONDS } },
  );
}

type BodyProblem = { type: string; status: number; limit?: number };

/** The body parser marks its errors with a `type`. */
function isBodyProblem(error: unknown): error is BodyProblem {
  return error instanceof Error && 'type' in error && 'status' in error;
}

function bodyProblem(error: unknown): HttpError | undefined {
  if (error instanceof URIError)
    return new HttpError(400, 'invalid-request', 'The address cannot be decoded: check its % escapes.');
  if (!isBodyProblem(error)) return undefined;
  switch (error.type) {
    case 'entity.too.large':
      return new HttpError(
        413,
        'too-large',
        `A request body may have at most ${error.limit ?? 0} bytes; send less at a time.`,
      );
    case 'entity.parse.failed':
      return new HttpError(400, 'not-json', 'The body is not JSON: expected a JSON object.');
    case 'entity.verify.failed':
      return new HttpError(400, 'not-json', 'The body is not UTF-8: expected a JSON object.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new HttpError(
        415,
        'unsupported',
        'The body is in an encoding that is not read: send plain UTF-8 JSON.',
      );
    default:
      return new HttpError(400, 'invalid-request', 'The body could not be read: send it again.');
  }
}
