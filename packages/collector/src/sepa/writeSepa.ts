import { dayOf, formatAmount, type Payer } from '@reftally/core';
import { fileRefused } from '../api/fileRefused.js';
import { localDate } from './localDate.js';

/** One payment as the bank is told of it: texts in the characters of the SEPA, cents. */
export type Transfer = { id: string; name: string; iban: string; minor: number; note: string };

/** What all transfers of a message have in common. `at` (ms) is when it was made; it is carried out on that day in the time zone. */
export type SepaMessage = { id: string; payer: Payer; at: number; timeZone: string };

/** Writes a credit transfer as XML. 409 with the library's words when something cannot be said in it, such as a BIC of another country than the IBAN. */
export async function writeSepa(transfers: readonly Transfer[], message: SepaMessage): Promise<string> {
  const { id, payer, at, timeZone } = message;
  // Loaded for an export only: nothing else needs it.
  const { Document } = await import('sepa');
  const document = new Document('pain.001.001.09');
  document.grpHdr.id = id;
  document.grpHdr.created = localDate(new Date(at).toISOString().slice(0, 19));
  document.grpHdr.initiatorName = payer.name;
  const info = document.createPaymentInfo();
  info.requestedExecutionDate = localDate(`${dayOf(at, timeZone)}T12:00:00`);
  info.batchBooking = true;
  info.debtorName = payer.name;
  info.debtorIBAN = payer.iban;
  info.debtorBIC = payer.bic ?? '';
  document.addPaymentInfo(info);
  for (const transfer of transfers) {
    const payment = info.createTransaction();
    payment.end2endId = transfer.id;
    payment.creditorName = transfer.name;
    payment.creditorIBAN = transfer.iban;
    payment.amount = Number(formatAmount({ currency: 'EUR', minor: transfer.minor }));
    payment.remittanceInfo = transfer.note;
    info.addTransaction(payment);
  }
  try {
    return document.toString();
  } catch (error) {
    throw fileRefused(`no bank would take it: ${error instanceof Error ? error.message : error}.`);
  }
}
