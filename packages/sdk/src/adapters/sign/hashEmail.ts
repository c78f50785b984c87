import { toHex } from './toHex.js';

const GMAIL = /@(gmail|googlemail)\.com$/;

/**
 * The `emailHash` of a signup: the SHA-256 of the address in one spelling for all that reach one mailbox (docs/fraud.md). Resolves to 64 hex
 * digits; rejects with a `TypeError` on what is no address. Needs WebCrypto (Node 20, Deno, Bun, workers).
 */
export async function hashEmail(address: string): Promise<string> {
  const bytes = new TextEncoder().encode(spell(address));
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The address itself is not repeated in the message. */
function spell(address: string): string {
  const plain = address
    .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/^([^+]+)\+.*@/s, '$1@');
  if (!/^.+@[^@]+$/s.test(plain))
    throw new TypeError('address: expected an e-mail address such as "anna@shop.example"');
  if (!GMAIL.test(plain)) return plain;
  const name = plain.replace(GMAIL, '');
  return `${name.replace(/\./g, '') || name}@gmail.com`;
}
