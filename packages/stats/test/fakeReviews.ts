import type { ReviewState, ReviewVerdict } from '@reftally/core';
import type { Conversion } from '../src/api/Conversion.js';
import type { Partner } from '../src/api/Partner.js';
import { fakeConversions } from './fakeConversions.js';

type Json = Record<string, unknown>;
type Reply = { status: number; body: unknown };

const NOW = '2026-11-23T10:00:00.000Z';

/** The queue: five flagged conversions, and the collector’s manners when they are decided. */
export function fakeReviews(partners: readonly Partner[], quiet = false) {
  const queue = new Map<string, Conversion>();
  const flagged = fakeConversions(
    new URLSearchParams({ to: '2026-11-20' }),
    'site',
    partners,
    quiet,
  ).conversions;
  for (const one of flagged.filter(({ status }) => status === 'credited').slice(0, 5)) {
    const flags: Conversion['flags'] = [
      {
        signal: 'banned-referrer',
        note: 'the visitor came from www.coupons.example, which is banned',
        holds: true,
      },
      { signal: 'velocity', note: '41 purchases in an hour, where 3 are usual', holds: false },
    ];
    const id = `q${one.id}`;
    queue.set(id, { ...one, id, flags, review: { state: 'open', since: one.at, history: [] } });
  }
  const inState = (state: string) => [...queue.values()].filter(({ review }) => review?.state === state);
  const list = (query: URLSearchParams): Reply => {
    const states: ReviewState[] = ['open', 'held', 'approved', 'rejected'];
    const counts = Object.fromEntries(states.map((state) => [state, inState(state).length]));
    const limit = Number(query.get('limit'));
    const found = inState(query.get('state') ?? 'open');
    const more = found.length > limit ? { nextCursor: 'more' } : {};
    return { status: 200, body: { reviews: found.slice(0, limit), counts, ...more } };
  };
  const decide = (id: string, input: Json): Reply => {
    const known = queue.get(id) ?? flagged.find((one) => one.id === id);
    if (!known)
      return {
        status: 404,
        body: { error: { code: 'not-found', message: `There is no conversion "${id}".` } },
      };
    const verdict = input.verdict as ReviewVerdict;
    if (known.review?.state === verdict) {
      const message = `The conversion ${id} is ${verdict} already: it can be approved or rejected.`;
      return { status: 409, body: { error: { code: 'conflict', message } } };
    }
    const entry = {
      id: String(input.id),
      verdict,
      by: String(input.by ?? 'operator'),
      at: NOW,
      ...(input.note ? { note: String(input.note) } : {}),
    };
    const review = { state: verdict, since: NOW, history: [...(known.review?.history ?? []), entry] };
    const decided: Conversion = { ...known, review };
    if (queue.has(id)) queue.set(id, decided);
    return { status: 200, body: decided };
  };
  return { list, decide };
}
