import { z } from 'zod';
import { fields } from './fields.js';
import { AD_NAME_PATTERN } from './fraud/AD_NAME_PATTERN.js';

const props = z.looseObject(
  {
    ...fields.shop,
  },
  { error: (issue) => fields.expected('an object of properties', issue.input) },
);

const memory = z.object(
  {
    v: fields.visitor.optional(),
    t: z
      .array(z.tuple([fields.code, fields.millis]))
      .max(10)
      .optional(),
  },
  { error: (issue) => fields.expected('an object {v, t}', issue.input) },
);

/** The script takes it out of any address by a rough pattern; what is no such name must not cost the event. */
const ad = z
  .string({ error: (issue) => fields.expected('the name of an ad click id such as "gclid"', issue.input) })
  .transform((name) => (AD_NAME_PATTERN.test(name) ? name : undefined));

/** One event of `POST /e`, as the script sends it. What else `p` holds is kept too, and checked by `parseProps`. */
export const wireSchema = z.object(
  {
    id: fields.text(160),
    n: fields.text(64),
    t: fields.millis,
    u: fields.address.optional(),
    r: fields.address.optional(),
    c: ad.optional(),
    a: memory.optional(),
    p: props.optional(),
  },
  { error: (issue) => fields.expected('an object', issue.input) },
);

/** What the schema makes of one. */
export type WireEvent = z.output<typeof wireSchema>;
