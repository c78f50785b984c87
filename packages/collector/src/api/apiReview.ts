import { type Conversion, type Review, reviewStateOf } from '@reftally/core';
import { apiTime } from './apiTime.js';

/**
 * How the review of a conversion stands, and since when. The owner sees who decided what and why; its partner (`isPartner`) the note of a
 * rejection only. Undefined when there is nothing to say.
 */
export function apiReview(conversion: Pick<Conversion, 'at' | 'reviews'>, isPartner: boolean) {
  const state = reviewStateOf(conversion);
  if (!state) return undefined;
  const { reviews = [], at } = conversion;
  const last = reviews.at(-1);
  const since = apiTime(last?.at ?? at);
  if (!isPartner) return { state, since, history: reviews.map(apiVerdict) };
  return { state, since, ...(state === 'rejected' && last?.note !== undefined && { note: last.note }) };
}

function apiVerdict({ id, verdict, by, at, note }: Review) {
  return { id, verdict, by, at: apiTime(at), ...(note !== undefined && { note }) };
}
