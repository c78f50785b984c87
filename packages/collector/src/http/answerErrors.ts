import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { errorBody } from './errorBody.js';
import { toHttpError } from './toHttpError.js';

/** The one place where an error of any route becomes an answer. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, _req, res, next) => {
    const id = String(res.locals.id ?? '');
    const error = toHttpError(thrown, id);
    if (error.status === 500) log.error({ id, err: thrown }, 'unexpected error');
    // A list that breaks off in the middle must not look whole: Express closes the connection.
    if (res.headersSent) return next(thrown);
    res.locals.code = error.code;
    res.set({ ...error.headers, 'Cache-Control': 'no-store' });
    res.status(error.status).type('json').send(errorBody(error));
  };
}
