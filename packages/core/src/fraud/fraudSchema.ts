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

/** What a site does about signals, as the API takes it. See docs/fraud.md. */
export const fraudSchema = z.strictObject(
  {
    bannedReferrers: z
      .array(host, { error: (issue) => fields.expected('a list of hosts', issue.input) })
      .max(500, 'expected at most 500 hosts')
      .optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? 'is not known in fraud: expected bannedReferrers'
        : fields.expected('an object of signals', issue.input),
  },
);
