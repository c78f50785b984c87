import { formatAmount, type Money } from '@reftally/core';

/** What a signature covers; `at` and `nonce` as they stand in it. */
export type Signed = { orderId: string; amount: Money; at: string; nonce: string };

/**
 * The one text that is signed: each part with its length in bytes before it (`5:10042,`), so that no id can look like two parts. The
 * amount is in major units without needless zeros (49.90 → `49.9`): one spelling for each number of minor units.
 */
export function signedText({ orderId, amount, at, nonce }: Signed): string {
  const decimal = formatAmount(amount)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return ['v1', orderId, decimal, amount.currency, at, nonce]
    .map((part) => `${Buffer.byteLength(part)}:${part},`)
    .join('');
}
