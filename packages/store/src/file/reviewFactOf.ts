import { decideReview, type Review } from '@reftally/core';
import { ConflictError } from '../ConflictError.js';
import { NotFoundError } from '../NotFoundError.js';
import { chainEntries } from './chainEntries.js';
import type { Fact } from './Fact.js';
import { reviewableOf } from './reviewableOf.js';
import type { SiteState } from './SiteState.js';

type Asked = Omit<Review, 'at'>;

/** What a review at a time (ms) changes; undefined when it is there already. Throws a `ConflictError` when it cannot be, a `NotFoundError` on an unknown conversion. */
export function reviewFactOf(site: SiteState, id: string, asked: Asked, now: number): Fact | undefined {
  const of = site.site.id;
  const known = reviewableOf(site, id);
  if (!known) throw new NotFoundError(`The site ${of} has no conversion with the id ${id}`);
  const same = known.conversion.reviews?.find((review) => review.id === asked.id);
  if (same && isSame(same, asked)) return undefined;
  if (same) throw new ConflictError(`id: "${asked.id}" is another review already: choose another id`);
  const decided = decideReview(asked, known, now);
  if ('problem' in decided) throw new ConflictError(decided.problem);
  return { ...decided, of, conversion: id, entries: chainEntries(site, decided.entries) };
}

function isSame(known: Review, { verdict, by, note }: Asked): boolean {
  return known.verdict === verdict && known.by === by && known.note === note;
}
