import type { Payout } from './Payout.js';

/** What can become of a payout. */
export type PayoutChange = 'exported' | 'paid' | 'cancelled';

/**
 * The payout after a change at a time (ms): the same one when it is so already, or a sentence that says why it cannot be. What has been
 * exported may be at the bank, so it is not cancelled any more.
 */
export function changePayout(
  payout: Payout,
  change: PayoutChange,
  now: number,
): Payout | { problem: string } {
  const { id, status } = payout;
  if (status === change) return payout;
  const problem = (why: string) => ({ problem: `The payout ${id} ${why}` });
  switch (change) {
    case 'exported':
      if (status === 'cancelled') return problem('is cancelled: there is nothing to export.');
      return status === 'paid' ? payout : { ...payout, status: change, exportedAt: now };
    case 'paid':
      if (status === 'cancelled') return problem('is cancelled: make a new one to pay these balances.');
      return { ...payout, status: change, paidAt: now };
    case 'cancelled':
      if (status === 'open') return { ...payout, status: change, cancelledAt: now };
      return problem(
        `is ${status}: it can be cancelled before it is exported only; adjust the accounts instead.`,
      );
  }
}
