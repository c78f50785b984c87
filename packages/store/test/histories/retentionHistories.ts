import type { TrackedEvent } from '@reftally/core';
import fc from 'fast-check';
import { DAY, samples } from '../../../../test/contract/samples.js';
import { HISTORY_SITE } from './HISTORY_SITE.js';

const few = (name: string) => fc.integer({ min: 1, max: 3 }).map((number) => `${name}-${number}`);
const ages = fc.constantFrom(0, 0, DAY, 20 * DAY, 40 * DAY);

const makes = fc.record({
  kind: fc.integer({ min: 0, max: 4 }),
  visitor: few('visitor'),
  name: few('name'),
  touched: ages,
  code: fc.constantFrom('ALICE', 'BOB'),
});

/** Events of few visitors, customers and orders over half a year, sent again at any time, and what is done to the store in between. */
export function retentionHistories<Care extends string>(...cares: Care[]) {
  return fc.array(
    fc.record({
      later: fc.constantFrom(0, 0, DAY, 9 * DAY, 35 * DAY),
      make: makes.map((made) => (now: number) => eventOf(made, now)),
      again: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
      care: fc.constantFrom(...cares),
    }),
    { minLength: 8, maxLength: 30 },
  );
}

type Made = typeof makes extends fc.Arbitrary<infer T> ? T : never;

function eventOf({ kind, visitor, name, touched, code }: Made, now: number): TrackedEvent {
  const client = `${visitor} on ${Math.floor(now / DAY)}`;
  const given = { at: now, visitor, client, touches: [{ code, at: now - touched }] };
  if (kind === 0) return samples.pageview(HISTORY_SITE, given);
  if (kind === 1) return samples.signup(HISTORY_SITE, { ...given, customerId: name });
  if (kind === 2) return samples.purchase(HISTORY_SITE, { ...given, orderId: name, customerId: name });
  if (kind === 3)
    return samples.refund(HISTORY_SITE, name, { at: now, amount: { currency: 'EUR', minor: 2_500 } });
  const custom = { type: 'custom', name: 'video', id: `custom-${name}` } as const;
  return { ...custom, site: HISTORY_SITE, trust: 'server', ...given };
}
