import { z } from 'zod';
import { fields } from './fields.js';

/** Our own, the script's queue, and the prefixes to which browsers tie conditions that the script cannot promise. */
const TAKEN = /^(__.*|_rq|reftally_session)$/i;

const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** Browsers keep no cookie for longer (Chrome: 400 days). */
const MAX_DAYS = 400;

const cookie = z
  .string({ error: (issue) => fields.expected('the name of a cookie', issue.input) })
  .regex(/^[A-Za-z_][\w.-]{0,39}$/, {
    error:
      'expected the name of a cookie: 1 to 40 characters of A-Z a-z 0-9 _ . - that begin with a letter or _',
  })
  .refine((name) => !TAKEN.test(name), {
    error: 'expected another name: names that begin with __, _rq and reftally_session have a meaning already',
  });

const cookieDomain = z
  .string({ error: (issue) => fields.expected('"auto", "none" or a domain', issue.input) })
  .refine((value) => value === 'auto' || value === 'none' || DOMAIN.test(value), {
    error: 'expected "auto", "none" or a domain in lower case such as "shop.example"',
  });

const DAYS = `a whole number of days from 1 to ${MAX_DAYS}`;
const days = z
  .number({ error: (issue) => fields.expected(DAYS, issue.input) })
  .int({ error: `expected ${DAYS}` })
  .min(1, { error: `expected ${DAYS}` })
  .max(MAX_DAYS, { error: `expected ${DAYS}, since browsers keep no cookie for longer` });

/** A change of a site's tag as the API takes it: any of the fields. */
export const tagSchema = z.strictObject(
  {
    cookie: cookie.optional(),
    cookieDomain: cookieDomain.optional(),
    days: days.optional(),
    credentials: z.boolean({ error: (issue) => fields.expected('true or false', issue.input) }).optional(),
    gpc: z
      .enum(['respect', 'deny', 'ignore'], { error: 'expected "respect", "deny" or "ignore"' })
      .optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? 'is not known here: expected cookie, cookieDomain, days, credentials, gpc'
        : fields.expected('an object', issue.input),
  },
);
