import { formatAmount, type Payer, type Site } from '@reftally/core';
import { checkPayees } from '../api/checkPayees.js';
import { fileRefused } from '../api/fileRefused.js';
import type { Payment } from '../api/payoutCsv.js';
import { sepaId } from './sepaId.js';
import { sepaText } from './sepaText.js';
import { type Transfer, writeSepa } from './writeSepa.js';

/** Of which site and payout the payments are, and when (ms) they were exported first. */
export type SepaOrder = { site: Site; payout: string; at: number };

/** The most that a bank takes in one transfer, in cents. */
const MOST = 99_999_999_999;

/**
 * A SEPA credit transfer (ISO 20022, pain.001.001.09) of the payments to bank accounts; it leaves out who is paid otherwise. The same
 * payout gives the same file each time, message id included. 409 when it would leave somebody out unnoticed, or no bank would take it.
 */
export async function sepaFile(payments: readonly Payment[], order: SepaOrder): Promise<string> {
  checkPayees(payments);
  const id = sepaId(order.site.id, order.payout);
  const transfers = payments.flatMap((payment, index) => transferOf(payment, order, `${id}-${index + 1}`));
  if (transfers.length === 0) throw fileRefused('nobody in it is paid by bank: export it as csv.');
  const payer = payerOf(order.site);
  return checked(
    await writeSepa(transfers, { id, payer, at: order.at, timeZone: order.site.timeZone }),
    transfers,
  );
}

/** What the bank is told of a payment; nothing where it is not by bank. */
function transferOf({ line, payee }: Payment, { site, payout }: SepaOrder, id: string): Transfer[] {
  if (payee.payout?.method !== 'bank') return [];
  if (line.currency !== 'EUR') {
    throw fileRefused('the SEPA knows euros only: export those with currency "EUR", and the rest as csv.');
  }
  if (line.minor > MOST) throw fileRefused(`${payee.name} gets more than a bank takes in one transfer.`);
  const { name, iban } = payee.payout;
  // A payout's id is of ASCII, the name of a shop may not be.
  const note =
    [`Referral payout ${payout}, ${site.name}`, `Referral payout ${payout}`].map(sepaText).find(Boolean) ??
    id;
  return [{ id, name: nameOf(payee.name, name), iban, minor: line.minor, note: note.slice(0, 140) }];
}

function payerOf({ id, payer }: Site): Payer {
  if (payer) return { ...payer, name: nameOf('the site', payer.name) };
  const command = `reftally site set ${id} --payer-name NAME --payer-iban IBAN`;
  throw fileRefused(`which account pays is not known: set payer of the site first (${command}).`);
}

function nameOf(whose: string, name: string): string {
  const text = sepaText(name);
  if (text) return text.slice(0, 70);
  throw fileRefused(
    `banks take Latin letters only: write the name "${name}" on the account of ${whose} in them.`,
  );
}

/** The library adds up floating-point numbers; what the bank compares must be what was added up in cents. */
function checked(xml: string, transfers: readonly Transfer[]): string {
  const minor = transfers.reduce((sum, transfer) => sum + transfer.minor, 0);
  const stated = `<CtrlSum>${formatAmount({ currency: 'EUR', minor })}</CtrlSum>`;
  if (xml.split(stated).length === 3) return xml;
  throw fileRefused('its sum is too large for one file: make payouts of fewer partners.');
}
