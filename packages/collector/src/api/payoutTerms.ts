import { type PayoutTerms, parseAmount, type Site } from '@reftally/core';
import type { Store } from '@reftally/store';
import { HttpError } from '../http/HttpError.js';
import { checkCurrency } from './checkCurrency.js';

type Amount = string | number;

/** Terms as they are asked for: a threshold in major units, of the one currency or by currency. */
export type AskedTerms = {
  currency?: string | undefined;
  threshold?: Amount | Record<string, Amount> | undefined;
  partners?: string[] | undefined;
};

/** The terms of a payout, checked against the site; 400 or 404 that names the field. */
export async function payoutTerms(
  { currency, threshold, partners }: AskedTerms,
  site: Site,
  store: Store,
): Promise<PayoutTerms> {
  if (currency !== undefined) checkCurrency(site, currency);
  for (const partner of partners ?? []) await checkPartner(partner, site, store);
  const thresholds = Object.fromEntries(
    amountsOf(threshold, currency).map((entry) => thresholdOf(entry, site)),
  );
  return {
    ...(currency !== undefined && { currency }),
    ...(Object.keys(thresholds).length > 0 && { thresholds }),
    ...(partners && { partners: [...new Set(partners)].sort() }),
  };
}

function amountsOf(threshold: AskedTerms['threshold'], currency: string | undefined): [string, Amount][] {
  if (threshold === undefined) return [];
  if (typeof threshold === 'object') return Object.entries(threshold);
  if (currency !== undefined) return [[currency, threshold]];
  throw wrong(
    'threshold',
    'expected {"EUR": "25.00"} for each currency, or one amount together with currency',
  );
}

function thresholdOf([currency, amount]: [string, Amount], site: Site): [string, number] {
  checkCurrency(site, currency);
  const money = parseAmount(amount, currency);
  if ('problem' in money) throw wrong('threshold', money.problem.replace(/^amount: /, ''));
  return [currency, money.minor];
}

async function checkPartner(id: string, site: Site, store: Store): Promise<void> {
  const partner = await store.partner(id);
  if (partner?.site === site.id) return;
  throw new HttpError(404, 'not-found', `partners: site "${site.id}" has no partner "${id}".`, {
    field: 'partners',
  });
}

function wrong(field: string, sentence: string): HttpError {
  return new HttpError(400, 'invalid-request', `${field}: ${sentence}`, { field });
}
