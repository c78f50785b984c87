import type { Payout } from './Payout.js';

/** What a payout on some terms would pay now. */
export type PayoutPreview = Pick<Payout, 'total' | 'lines'>;
