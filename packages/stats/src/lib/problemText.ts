import { ApiError } from '../api/ApiError.js';
import { errorText } from './errorText.js';
import { fieldMessage } from './fieldMessage.js';
import { fieldPath } from './fieldPath.js';

/** Why something that was asked for has not been done, as a person reads it: the collector's own sentence where it objects. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiError)) return String(error);
  const isObjection = error.status >= 400 && error.status < 500 && error.status !== 429;
  if (isObjection) return fieldMessage(fieldPath(error), error.message);
  const { title, next } = errorText(error);
  return `${title}. ${next}`;
}
