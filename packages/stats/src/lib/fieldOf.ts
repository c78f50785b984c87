import type { ApiError } from '../api/ApiError.js';

const FIELDS = ['name', 'code', 'email'] as const;

/** Which field of the partner form an error is about: the one that it names, or the one that its message starts with. */
export function fieldOf(error: ApiError): (typeof FIELDS)[number] | undefined {
  const named = FIELDS.find((field) => field === error.field);
  if (named) return named;
  const about = `${error.code} ${error.message}`.toLowerCase();
  return (
    FIELDS.find((field) => error.message.toLowerCase().startsWith(field)) ??
    FIELDS.find((field) => new RegExp(`\\b${field}\\b`).test(about))
  );
}
