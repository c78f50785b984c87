import { formatAmount } from '@reftally/core';
import { stringify } from 'csv-stringify/sync';
import { checkPayees } from './checkPayees.js';
import { csvText } from './csvText.js';
import { fileRefused } from './fileRefused.js';
import type { Payment } from './payoutCsv.js';

/** PayPal's own limit. */
const MOST = 5000;

/**
 * PayPal's mass payment file: address, amount, currency, an id of at most 30 characters without spaces, a note; no header, one currency.
 * Payments to bank accounts are not in it. 409 when it would leave somebody out unnoticed, or PayPal would not take it.
 */
export function paypalFile(payments: readonly Payment[]): string {
  checkPayees(payments);
  const rows = payments.flatMap(({ payout, line, payee }) =>
    payee.payout?.method === 'paypal'
      ? [
          [
            payee.payout.paypalEmail,
            formatAmount(line),
            line.currency,
            payee.code.slice(0, 30),
            noteOf(payout),
          ],
        ]
      : [],
  );
  if (rows.length === 0) throw fileRefused('nobody in it is paid by PayPal: export it as csv.');
  if (rows.length > MOST) {
    throw fileRefused(
      `PayPal takes ${MOST} payments a file, and this has ${rows.length}: make payouts of fewer partners.`,
    );
  }
  if (new Set(rows.map(([, , currency]) => currency)).size > 1) {
    throw fileRefused('PayPal takes one currency a file: export it once for each, with currency.');
  }
  return stringify(rows, { record_delimiter: 'windows' });
}

function noteOf(payout: string): string {
  return csvText(`Referral payout ${payout}`);
}
