import { z } from 'zod';
import { fields } from '../fields.js';

/** As a browser writes it: letters beyond ASCII are encoded (`xn--…`). */
const host = z
  .string({ error: (issue) => fields.expected('a host such as "coupons.example"', issue.input) })
  .max(253)
  .transform((value) => value.toLowerCase())
  .refine((value) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(value), {
    error: 'expected a host alone, such as "coupons.example", without scheme, port or path',
  });

/** A threshold of `least` or more. */
function count(what: string, least = 1) {
  return z
    .number({ error: (issue) => fields.expected(`a number of ${what}`, issue.input) })
    .int(`expected a whole number of ${what}`)
    .min(least, `expected ${least} or more`)
    .max(1_000_000, 'expected at most 1000000');
}

const action = z.enum(['hold', 'flag', 'off'], { error: 'expected "hold", "flag" or "off"' });

const adClicks = z.union(
  [
    z.strictObject({ search: action.optional(), other: action.optional() }),
    action.transform((all) => ({ search: all, other: all })),
  ],
  { error: 'expected "hold", "flag" or "off", or {search, other} with one of these each' },
);

const velocity = z.strictObject(
  { perDay: count('conversions within 24 hours'), action: action.optional() },
  { error: (issue) => fields.expected('an object {perDay, action}', issue.input) },
);

const clickFlood = z.union(
  [
    z.strictObject({
      action: action.optional(),
      perHour: count('arrivals within an hour', 10).optional(),
      minShare: count('per cent').max(100, 'expected at most 100').optional(),
      perClient: count('arrivals of one client', 2).optional(),
    }),
    action.transform((only) => ({ action: only })),
  ],
  { error: 'expected "hold", "flag" or "off", or {action, perHour, minShare, perClient}' },
);

const shape = {
  selfReferral: z
    .union([action, z.literal('refuse')], { error: 'expected "hold", "flag", "refuse" or "off"' })
    .optional(),
  bots: action.optional(),
  adClicks: adClicks.optional(),
  velocity: velocity.optional(),
  clickFlood: clickFlood.optional(),
  bannedReferrers: z
    .array(host, { error: (issue) => fields.expected('a list of hosts', issue.input) })
    .max(500, 'expected at most 500 hosts')
    .optional(),
};

/** What a site does about signals, as the API takes it. See docs/fraud.md. */
export const fraudSchema = z.strictObject(shape, {
  error: (issue) =>
    issue.code === 'unrecognized_keys'
      ? `is not known in fraud: expected ${Object.keys(shape).join(', ')}`
      : fields.expected('an object of signals', issue.input),
});
