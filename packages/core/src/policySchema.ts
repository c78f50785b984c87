import { z } from 'zod';
import { fields } from './fields.js';
import { parseAmount } from './parseAmount.js';
import { TRUST_LEVELS } from './Trust.js';

const days = z.number().int().min(0).max(3650);

const percent = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => /^\d{1,3}(\.\d{1,6})?$/.test(value) && Number(value) <= 100, {
    error: 'expected a percentage from "0" to "100" with at most 6 decimals, such as "12.5"',
  });

const flat = z
  .strictObject({ currency: fields.currency, amount: fields.amount })
  .transform(({ currency, amount }, context) => {
    const money = parseAmount(amount, currency);
    if (!('problem' in money)) return money;
    context.addIssue(money.problem);
    return z.NEVER;
  });

const from = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'expected an ISO 8601 date or time',
});

const rule = z
  .strictObject({
    on: z.enum(['purchase', 'signup'], {
      error: 'expected "purchase" or "signup"',
    }),
    percent: percent.optional(),
    flat: flat.optional(),
    from: from.transform((iso) => Date.parse(iso)).optional(),
  })
  .refine((value) => (value.percent === undefined) !== (value.flat === undefined), {
    error: 'expected either percent or flat',
  })
  .refine((value) => value.on === 'purchase' || value.percent === undefined, {
    error: 'a signup has no amount: expected flat instead of percent',
  });

/** A change of a site's policy as the API takes it: any of the fields; amounts in major units, `from` in ISO 8601. */
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
  commission: z.array(rule).max(50).optional(),
});
