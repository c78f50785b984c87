import type { ParsedEvent } from './ParsedEvent.js';

/** Answers a raw event that cannot be kept, by its own id where it has a usable one. */
export function rejectEvent(raw: unknown, reason: string): ParsedEvent & { event?: undefined } {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  const named = typeof id === 'string' && id.length <= 160 && !/\p{Surrogate}/u.test(id) ? id : null;
  return { invalid: { id: named, status: 'invalid', reason } };
}
