import type { PurchaseToSign } from './PurchaseToSign.js';
import { plainDecimal } from './plainDecimal.js';
import { toHex } from './toHex.js';

/**
 * Signs a purchase on the shop's server, so that the page can report it and the amount is believed:
 * `track('purchase', { orderId, amount, currency, signature })`. Resolves to `v1.TIME.NONCE.MAC`; rejects with a `TypeError` that names
 * the field. Needs WebCrypto (Node 20, Deno, Bun, workers), and works nowhere else.
 */
export async function signPurchase(purchase: PurchaseToSign): Promise<string> {
  const { orderId, amount, currency, secret, at = Date.now(), nonce = newNonce() } = purchase;
  check('orderId', /^.+$/s, String(orderId));
  check('currency', /^[A-Z]{3}$/, currency);
  check('secret', /^rt_sig_./, secret);
  check('nonce', /^[\w-]{8,64}$/, nonce);
  const seconds = String(Math.floor(at / 1000));
  check('at', /^\d{1,15}$/, seconds);
  const text = ['v1', String(orderId), plainDecimal(amount), currency, seconds, nonce].map(measured).join('');
  return `v1.${seconds}.${nonce}.${await macOf(text, secret)}`;
}

/** With its length in bytes before it, so that no id can look like two parts. */
function measured(part: string): string {
  return `${new TextEncoder().encode(part).length}:${part},`;
}

async function macOf(text: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))));
}

function newNonce(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(12)));
}

/** The value is not repeated: one of them is the secret. */
function check(field: string, pattern: RegExp, value: string): void {
  if (!pattern.test(value)) throw new TypeError(`${field}: expected what ${pattern} matches`);
}
