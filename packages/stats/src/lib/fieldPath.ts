import type { ApiError } from '../api/ApiError.js';

/** The field that an objection of the collector is about (`payout.iban`), which its message begins with; empty when it names none. */
export function fieldPath({ field, message }: ApiError): string {
  return /^([a-z][\w.[\]]*): /.exec(message)?.[1] ?? field ?? '';
}
