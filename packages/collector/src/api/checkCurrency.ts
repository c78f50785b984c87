import type { Site } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

/** 400 for a currency in which the site does not sell: nobody has a balance in it. */
export function checkCurrency({ id, currencies }: Site, currency: string): void {
  if (currencies.includes(currency)) return;
  const message = `currency: expected one of site "${id}" (${currencies.join(', ')}), got ${currency}.`;
  throw new HttpError(400, 'invalid-request', message, { field: 'currency' });
}
