import { type Money, parseAmount } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

/** Money in major units that may be taken away too: `"-5.00"`. 400 that names the field, for zero as well. */
export function signedAmount(amount: string | number, currency: string): Money {
  const text = String(amount);
  const isNegative = text.startsWith('-');
  const money = parseAmount(isNegative ? text.slice(1) : text, currency);
  if ('problem' in money) throw new HttpError(400, 'invalid-request', money.problem, { field: 'amount' });
  if (money.minor === 0) {
    const message = 'amount: expected an amount other than zero, such as "5.00" or "-5.00"';
    throw new HttpError(400, 'invalid-request', message, { field: 'amount' });
  }
  return { currency, minor: isNegative ? -money.minor : money.minor };
}
