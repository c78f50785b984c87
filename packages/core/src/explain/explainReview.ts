import { reviewStateOf } from '../review/reviewStateOf.js';
import type { Explainable } from './Explainable.js';

/**
 * How the review of a conversion stands; nothing when there is none. Days are in UTC. The partner (`to` is `you`) reads neither who decided
 * nor what the shop has noted for itself, but why something was rejected.
 */
export function explainReview(conversion: Explainable, to: string): string {
  const { reviews, at } = conversion;
  const last = reviews?.at(-1);
  const day = new Date(last?.at ?? at).toISOString().slice(0, 10);
  const by = to === 'you' || !last ? 'the shop' : last.by;
  const note = (isSeen: boolean) => (isSeen && last?.note !== undefined ? ` (“${last.note}”)` : '');
  switch (reviewStateOf(conversion)) {
    case 'open':
      return `Under review since ${day}. Nothing is paid until the shop decides.`;
    case 'held':
      return `Held by ${by} since ${day}${note(to !== 'you')}: nothing is paid until the shop decides.`;
    case 'approved':
      return `Approved by ${by} on ${day}${note(to !== 'you')}.`;
    case 'rejected':
      return `Rejected by ${by} on ${day}${note(true)}: nothing is paid for it.`;
    default:
      return '';
  }
}
