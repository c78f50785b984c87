import { formatAmount } from '@reftally/core';
import { stringify } from 'csv-stringify/sync';
import { HttpError } from '../http/HttpError.js';
import { csvText } from './csvText.js';
import type { Payment } from './payoutCsv.js';

/** PayPal's own limit. */
const MOST = 5000;

/**
 * PayPal's mass payment file: address, amount, currency, an id of at most 30 characters without spaces, a note; no header, one currency.
 * Payments to bank accounts are not in it. 409 when it would leave somebody out unnoticed, or PayPal would not take it.
 */
export function paypalFile(payments: readonly Payment[]): string {
  checkMethods(payments);
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
  if (rows.length === 0) throw refused('nobody in it is paid by PayPal: export it as csv.');
  if (rows.length > MOST) {
    throw refused(
      `PayPal takes ${MOST} payments a file, and this has ${rows.length}: make payouts of fewer partners.`,
    );
  }
  if (new Set(rows.map(([, , currency]) => currency)).size > 1) {
    throw refused('PayPal takes one currency a file: export it once for each, with currency.');
  }
  return stringify(rows, { record_delimiter: 'windows' });
}

function noteOf(payout: string): string {
  return csvText(`Referral payout ${payout}`);
}

function checkMethods(payments: readonly Payment[]): void {
  const unknown = payments.filter(({ payee }) => !payee.payout).map(({ payee }) => payee.name);
  if (unknown.length === 0) return;
  const names =
    unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ` and ${unknown.length - 5} more` : '');
  throw refused(
    `how ${names} should be paid is not known: set payout of the partner first, or export it as csv.`,
  );
}

function refused(sentence: string): HttpError {
  return new HttpError(409, 'conflict', `format: ${sentence}`, { field: 'format' });
}
