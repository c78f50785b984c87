import type { HttpError } from './HttpError.js';

/** The JSON that every error is answered with. */
export function errorBody({ code, message, field }: HttpError): string {
  return JSON.stringify({ error: { code, message, ...(field && { field }) } });
}
