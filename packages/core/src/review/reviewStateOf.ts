import type { Conversion } from '../Conversion.js';
import type { ReviewState } from './Review.js';

/** Where the review of a conversion stands: as the last verdict says, else open when a flag holds; undefined when there is nothing to decide. */
export function reviewStateOf({
  flags,
  reviews,
}: Pick<Conversion, 'flags' | 'reviews'>): ReviewState | undefined {
  return reviews?.at(-1)?.verdict ?? (flags?.some(({ holds }) => holds) ? 'open' : undefined);
}
