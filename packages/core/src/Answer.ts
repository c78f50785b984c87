import type { Reason } from './Reason.js';

/** What the sender of an event is told, beside the event's own id. `partner` and `conversion` are ids; a duplicate has those of the original. */
export type Answer = {
  status: 'accepted' | 'duplicate' | 'refused';
  reason?: Reason;
  partner?: string;
  conversion?: string;
};
