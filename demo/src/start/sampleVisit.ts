import { createHash } from 'node:crypto';
import { currencies } from '../currencies.js';
import { products } from '../products.js';
import { toMajor } from '../toMajor.js';
import type { SampleEvent } from './SampleEvent.js';

const DAY_MS = 86_400_000;

/**
 * Makes up what one visitor did: a few pages through Alice's or Bob's link, at times a sign-up, at times an order. The
 * same `index` always gives the same story; visits spread over the last `days` days before `now`.
 */
export function sampleVisit(index: number, days: number, now: Date): SampleEvent[] {
  const chance = numbersOf(`sample ${index}`);
  const code = chance(0) < 0.62 ? 'alice' : 'bob';
  const visitor = uuidOf(`visitor ${index}`);
  const start = now.getTime() - chance(1) ** 1.3 * days * DAY_MS;
  const at = (step: number) => new Date(start + step * 95_000).toISOString();
  const pages = 1 + Math.floor(chance(2) * 5);
  const events: SampleEvent[] = Array.from({ length: pages }, (_, step) => {
    const id = `sample-${index}-page-${step}`;
    return { id, type: 'pageview', at: at(step), visitor, ...(step === 0 && { code }) };
  });
  if (chance(3) > 0.4) return events;
  const customerId = `sample-customer-${index}`;
  events.push({ id: `sample-${index}-signup`, type: 'signup', at: at(pages), visitor, customerId });
  if (chance(4) > 0.6) return events;
  events.push({
    id: `sample-${index}-order`,
    type: 'purchase',
    at: at(pages + 1),
    visitor,
    customerId,
    ...orderOf(index, chance),
  });
  return events;
}

function orderOf(
  index: number,
  chance: (nth: number) => number,
): Pick<SampleEvent, 'orderId' | 'amount' | 'currency' | 'items'> {
  const product = products[Math.floor(chance(5) * products.length)];
  const currency = currencies[Math.floor(chance(6) ** 2 * currencies.length)] ?? 'EUR';
  const price = product?.price[currency] ?? 0;
  const quantity = 1 + Math.floor(chance(7) * 3);
  return {
    orderId: `SAMPLE-${index}`,
    amount: toMajor(price * quantity, currency),
    currency,
    ...(product && { items: [{ id: product.slug, category: product.category, quantity }] }),
  };
}

/** Numbers from 0 to 1 that look random and depend on nothing but the text. */
function numbersOf(text: string): (nth: number) => number {
  const digest = createHash('sha256').update(text).digest();
  return (nth) => digest.readUInt16BE(nth * 2) / 65_536;
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
