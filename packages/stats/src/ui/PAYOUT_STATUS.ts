import type { Payout } from '../api/Payout.js';

/** What the states of a payout are called, and the kind of pill for each. */
export const PAYOUT_STATUS: Record<Payout['status'], { text: string; kind: string }> = {
  open: { text: 'In preparation', kind: '' },
  exported: { text: 'On its way', kind: '' },
  paid: { text: 'Paid', kind: 'good' },
  cancelled: { text: 'Cancelled', kind: 'warn' },
};
