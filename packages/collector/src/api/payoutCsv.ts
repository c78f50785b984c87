import type { Partner, Payout } from '@reftally/core';
import type { CsvTable } from './CsvTable.js';
import { csvAmount } from './csvAmount.js';
import { csvText } from './csvText.js';

/** One payment of a payout with who gets it. */
export type Payment = { payout: string; line: Payout['lines'][number]; payee: Partner };

/** A payout for a spreadsheet or a bank: one line a payment, with what is needed to make it. */
export const payoutCsv: CsvTable<Payment> = {
  columns: [
    'payout',
    'partner',
    'name',
    'email',
    'currency',
    'amount',
    'method',
    'paypalEmail',
    'accountName',
    'iban',
  ],
  lines: ({ payout, line, payee: { id, name, email, payout: to } }) => [
    [
      payout,
      csvText(id),
      csvText(name),
      csvText(email),
      line.currency,
      csvAmount(line),
      to?.method ?? '',
      to?.method === 'paypal' ? csvText(to.paypalEmail) : '',
      to?.method === 'bank' ? csvText(to.name) : '',
      to?.method === 'bank' ? to.iban : '',
    ],
  ],
};
