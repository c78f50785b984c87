import { fileRefused } from './fileRefused.js';
import type { Payment } from './payoutCsv.js';

/** Throws a 409 that names those of whom it is not known how they are paid: a file must leave nobody out unnoticed. */
export function checkPayees(payments: readonly Payment[]): void {
  const unknown = payments.filter(({ payee }) => !payee.payout).map(({ payee }) => payee.name);
  if (unknown.length === 0) return;
  const names =
    unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ` and ${unknown.length - 5} more` : '');
  throw fileRefused(
    `how ${names} should be paid is not known: set payout of the partner first, or export it as csv.`,
  );
}
