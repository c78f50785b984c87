import { z } from 'zod';
import { CODE_PATTERN } from './CODE_PATTERN.js';
import { currencyExponent } from './currencyExponent.js';
import { EMAIL_HASH_PATTERN } from './EMAIL_HASH_PATTERN.js';
import { isPrintable } from './isPrintable.js';
import { isWellFormed } from './isWellFormed.js';
import { MAX_ADDRESS } from './MAX_ADDRESS.js';
import { VISITOR_PATTERN } from './VISITOR_PATTERN.js';

/** Text of 1 to `max` characters without control characters or half surrogate pairs, which no UTF-8 file could hold. */
function text(max: number) {
  return z
    .string({
      error: (issue) => expected(`text of 1 to ${max} characters`, issue.input),
    })
    .min(1, { error: `expected text of 1 to ${max} characters, got none` })
    .max(max, { error: `expected text of at most ${max} characters` })
    .refine(isPrintable, {
      error: 'expected text without control characters or lone surrogates',
    });
}

/** An id of the shop's own, which may be a number there. */
const shopId = z.preprocess((value) => (Number.isSafeInteger(value) ? String(value) : value), text(128));

/** A time of the sender's clock in ms; corrected and clamped later, so only nonsense is refused. */
const millis = z.number({
  error: (issue) => expected('a time in milliseconds', issue.input),
});

const code = z.string({ error: (issue) => expected('a code', issue.input) }).regex(CODE_PATTERN, {
  error: 'expected a code of 1 to 64 characters of A-Z a-z 0-9 _ . ~ -',
});

const visitor = z.string({ error: (issue) => expected('a visitor id', issue.input) }).regex(VISITOR_PATTERN, {
  error: 'expected a visitor id of 8 to 64 characters of A-Z a-z 0-9 _ -',
});

/** Origin and path; a query or fragment can hold secrets, so it is cut off whoever sent it. */
const address = z
  .string({
    error: (issue) => expected('an address (origin and path)', issue.input),
  })
  .refine(isWellFormed, { error: 'expected text without lone surrogates' })
  .transform((value) => value.replace(/[?#].*$/s, '').slice(0, MAX_ADDRESS));

const amount = z.union([z.string(), z.number()], {
  error: (issue) => expected('a decimal such as "49.99"', issue.input),
});

const currency = z
  .string({
    error: (issue) => expected('an ISO 4217 code such as "EUR"', issue.input),
  })
  .refine((value) => currencyExponent(value) !== undefined, {
    error: 'expected an ISO 4217 code such as "EUR"',
  });

const percent = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => /^\d{1,3}(\.\d{1,6})?$/.test(value) && Number(value) <= 100, {
    error: 'expected a percentage from "0" to "100" with at most 6 decimals, such as "12.5"',
  });

const emailHash = z
  .string({ error: (issue) => expected('a SHA-256 in hex', issue.input) })
  .regex(EMAIL_HASH_PATTERN, {
    error: 'expected the SHA-256 of the normalised address as 64 hex digits, never the address itself',
  });

const item = z.object({
  id: shopId,
  name: text(256).optional(),
  category: text(128).optional(),
  quantity: z.number().positive().optional(),
  amount: amount.transform(String).optional(),
});

const items = z.array(item, { error: (issue) => expected('a list of items', issue.input) }).max(100);

function expected(what: string, got: unknown): string {
  if (got === undefined) return `expected ${what}, and it is missing`;
  const kind = got === null ? 'null' : Array.isArray(got) ? 'a list' : typeof got;
  return `expected ${what}, got ${kind}`;
}

/** What a shop says of a conversion or a refund, in whatever format it comes. */
const shop = {
  customerId: shopId.optional(),
  emailHash: emailHash.optional(),
  orderId: shopId.optional(),
  refundId: shopId.optional(),
  amount: amount.optional(),
  currency: currency.optional(),
  coupon: text(64).optional(),
  discount: amount.optional(),
  signature: text(256).optional(),
  items: items.optional(),
};

/** The fields that events, sites, partners and links are made of, each with the sentence that says what was expected. */
export const fields = {
  text,
  millis,
  code,
  visitor,
  address,
  amount,
  currency,
  percent,
  shopId,
  shop,
  expected,
};
