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

const action = z.enum(['hold', 'flag', 'off'], { error: 'expected "hold", "flag" or "off"' });

const shape = {
  selfReferral: z
    .union([action, z.literal('refuse')], { error: 'expected "hold", "flag", "refuse" or "off"' })
    .optional(),
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
