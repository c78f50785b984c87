import { z } from 'zod';
import { commissionSchema } from './commission/commissionSchema.js';
import { GROUP_PATTERN } from './commission/GROUP_PATTERN.js';
import { fields } from './fields.js';
import { fraudSchema } from './fraud/fraudSchema.js';
import { TRUST_LEVELS } from './Trust.js';

const days = z.number().int().min(0).max(3650);

/** Names of groups are keys of the policy. */
const group = z.string().regex(GROUP_PATTERN, {
  error: 'expected a name of 1 to 64 characters of A-Z a-z 0-9 _ - that begins with a letter or digit',
});

/** A change of a site's policy as the API takes it: any of the fields; amounts in major units, dates in ISO 8601. */
export const policySchema = z.strictObject({
  model: z.enum(['last', 'first'], { error: 'expected "last" or "first"' }).optional(),
  windowDays: days.optional(),
  holdDays: days.optional(),
  precedence: z
    .array(
      z.enum(['coupon', 'customer', 'touch'], {
        error: 'expected "coupon", "customer" or "touch"',
      }),
    )
    .refine((list) => list.length > 0 && new Set(list).size === list.length, {
      error: 'expected each kind at most once',
    })
    .optional(),
  paysFrom: z.enum(TRUST_LEVELS, { error: `expected one of ${TRUST_LEVELS.join(', ')}` }).optional(),
  newCustomersOnly: z.boolean({ error: 'expected true or false' }).optional(),
  commission: commissionSchema.optional(),
  groups: z.record(group, z.strictObject({ commission: commissionSchema })).optional(),
  refundDays: days.optional(),
  discount: fields.percent.optional(),
  fraud: fraudSchema.optional(),
});
