import { type ReviewState, reviewStateOf } from '@reftally/core';
import type { Page, PageQuery } from '../Page.js';
import type { ReviewCounts } from '../ReviewsQuery.js';
import type { StoredConversion } from '../StoredConversion.js';
import { comparePlaces } from './comparePlaces.js';
import { firstIndex } from './firstIndex.js';
import { insertSorted } from './insertSorted.js';
import { pageOf } from './pageOf.js';
import { placeOf } from './placeOf.js';

/** The conversions of one site by how their review stands, each list by (at, id). Not stored: it follows from the conversions. */
export class ReviewQueues {
  readonly #lists: Record<ReviewState, StoredConversion[]> = {
    open: [],
    held: [],
    approved: [],
    rejected: [],
  };

  /** Adds a conversion, or moves it from where it `stood`. What is not under review is in no list. */
  put(stored: StoredConversion, stood?: ReviewState): void {
    const state = reviewStateOf(stored.conversion);
    if (state === stood) return;
    if (stood) this.#drop(stored, this.#lists[stood]);
    if (state) insertSorted(this.#lists[state], stored, placeOf.conversion);
  }

  #drop(stored: StoredConversion, list: StoredConversion[]): void {
    const place = placeOf.conversion(stored);
    list.splice(
      firstIndex(list, (other) => comparePlaces(placeOf.conversion(other), place) >= 0),
      1,
    );
  }

  /** Oldest first, as copies; `counts` are of all lists. */
  page(state: ReviewState, query: PageQuery): Page<StoredConversion> & { counts: ReviewCounts } {
    const { open, held, approved, rejected } = this.#lists;
    const counts = {
      open: open.length,
      held: held.length,
      approved: approved.length,
      rejected: rejected.length,
    };
    const { rows, ...rest } = pageOf(this.#lists[state], query, placeOf.conversion);
    return { rows: rows.map((stored) => ({ ...stored })), ...rest, counts };
  }
}
