import type { Answer } from './Answer.js';

/** What became of a refund that had waited for its order: `event` is the refund's event id, `answer` what its sender is told from now on. */
export type SettledRefund = { event: string; refundId: string; answer: Answer };
