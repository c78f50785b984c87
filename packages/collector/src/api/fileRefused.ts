import { HttpError } from '../http/HttpError.js';

/** 409 for a payout file that cannot be made as it was asked for; `sentence` says why and what to do. */
export function fileRefused(sentence: string): HttpError {
  return new HttpError(409, 'conflict', `format: ${sentence}`, { field: 'format' });
}
