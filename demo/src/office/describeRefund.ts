import type { RefundAnswer } from './RefundAnswer.js';

const refusals: Readonly<Record<string, string>> = {
  'over-refund': 'Refused: that is more than is left of the order.',
  'unknown-line': 'Refused: the order has no such line.',
  'currency-mismatch': 'Refused: the order was paid in another currency.',
};

/** Says in a sentence what the collector's answer to a refund means. */
export function describeRefund({ status, reason }: RefundAnswer): string {
  switch (status) {
    case 'accepted':
      return reason === 'waiting'
        ? 'Kept until the order is reported: the collector has not heard of it yet.'
        : 'Counted: the partner gives back the same share of the commission.';
    case 'duplicate':
      return 'Sent before under the same id, so it counts once.';
    case 'refused':
      return refusals[reason ?? ''] ?? `Refused: ${reason}.`;
    case 'invalid':
      return `Not kept: ${reason}`;
    case 'failed':
      return 'The collector did not answer. Send it again: under the same id it counts once.';
  }
}
