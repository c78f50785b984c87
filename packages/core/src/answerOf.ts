import type { Answer } from './Answer.js';
import type { Attribution } from './attribute.js';

/** Credited, refused with a reason, or simply accepted when nothing tied the event to a partner. */
export function answerOf({ winner, reason }: Omit<Attribution, 'receipt'>): Answer {
  if (winner) return { status: 'accepted', partner: winner.partner };
  return reason ? { status: 'refused', reason } : { status: 'accepted' };
}
