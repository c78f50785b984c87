import { CODE_PATTERN } from './CODE_PATTERN.js';
import { currencyExponent } from './currencyExponent.js';
import { EMAIL_HASH_PATTERN } from './EMAIL_HASH_PATTERN.js';
import type { fields } from './fields.js';
import { AD_NAME_PATTERN } from './fraud/AD_NAME_PATTERN.js';
import { isPrintable } from './isPrintable.js';
import { isWellFormed } from './isWellFormed.js';
import { MAX_ADDRESS } from './MAX_ADDRESS.js';
import { VISITOR_PATTERN } from './VISITOR_PATTERN.js';
import type { WireEvent } from './wireSchema.js';

/** Every field of `fields.shop`. */
const shop: Record<keyof typeof fields.shop, (value: unknown) => boolean> = {
  customerId: (value) => isText(value, 128),
  emailHash: (value) => typeof value === 'string' && EMAIL_HASH_PATTERN.test(value),
  orderId: (value) => isText(value, 128),
  refundId: (value) => isText(value, 128),
  amount: isAmount,
  discount: isAmount,
  currency: (value) => typeof value === 'string' && currencyExponent(value) !== undefined,
  coupon: (value) => isText(value, 64),
  signature: (value) => isText(value, 256),
  items: () => false,
};
const SHOP_CHECKS = Object.entries(shop);

type Loose = { readonly [field: string]: unknown };

/**
 * Whether `wireSchema` would take an event just as it is, which nearly every event is: zod takes five times as long to say so. It may only
 * ever say no too often: whoever gets a no asks the schema, which alone refuses, and says why.
 */
export function isPlainEvent(raw: unknown): raw is WireEvent {
  if (!isObject(raw)) return false;
  const { id, n, t, u, r, c, a, p } = raw;
  return (
    isText(id, 160) &&
    isText(n, 64) &&
    Number.isFinite(t) &&
    (u === undefined || isAddress(u)) &&
    (r === undefined || isAddress(r)) &&
    (c === undefined || (typeof c === 'string' && AD_NAME_PATTERN.test(c))) &&
    (a === undefined || isMemory(a)) &&
    (p === undefined || isProps(p))
  );
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, max: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= max && isPrintable(value);
}

function isAmount(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value);
}

/** One of which nothing has to be cut off. */
function isAddress(value: unknown): boolean {
  return (
    typeof value === 'string' && value.length <= MAX_ADDRESS && !/[?#]/.test(value) && isWellFormed(value)
  );
}

function isMemory(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { v, t } = value;
  if (v !== undefined && !(typeof v === 'string' && VISITOR_PATTERN.test(v))) return false;
  return t === undefined || (Array.isArray(t) && t.length <= 10 && t.every(isTouch));
}

function isTouch(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [code, at] = value;
  return typeof code === 'string' && CODE_PATTERN.test(code) && Number.isFinite(at);
}

/** `parseProps` looks at what is not the shop's. */
function isProps(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const [field, isRight] of SHOP_CHECKS) {
    const given = value[field];
    if (given !== undefined && !isRight(given)) return false;
  }
  return true;
}
