import { z } from 'zod';
import { fields } from '../fields.js';
import { parseAmount } from '../parseAmount.js';
import { ruleProblems } from './ruleProblems.js';

const money = z
  .strictObject({ currency: fields.currency, amount: fields.amount })
  .transform(({ currency, amount }, context) => {
    const parsed = parseAmount(amount, currency);
    if (!('problem' in parsed)) return parsed;
    context.addIssue(parsed.problem);
    return z.NEVER;
  });

/** A limit may differ by currency: one sum, or one a currency. */
const limits = z
  .union([money.transform((one) => [one]), z.array(money).min(1).max(20)], {
    error: 'expected {currency, amount}, or a list of these with each currency once',
  })
  .refine((list) => new Set(list.map(({ currency }) => currency)).size === list.length, {
    error: 'expected each currency once',
  });

const time = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: 'expected an ISO 8601 date or time' })
  .transform((iso) => Date.parse(iso));

const period = z.enum(['month', 'quarter', 'year', 'ever'], {
  error: 'expected "month", "quarter", "year" or "ever"',
});

const names = z
  .array(z.string().min(1).max(128), { error: 'expected a list of texts' })
  .min(1, 'expected at least one')
  .max(500, 'expected at most 500');

const step = z.strictObject({
  after: fields.amount.optional(),
  percent: fields.percent.optional(),
  flat: money.optional(),
});

const tiers = z
  .strictObject({
    by: z.enum(['purchases', 'revenue'], { error: 'expected "purchases" or "revenue"' }),
    per: period,
    currency: fields.currency.optional(),
    marginal: z.boolean({ error: 'expected true or false' }).optional(),
    steps: z.array(step).min(1, 'expected at least one step').max(20, 'expected at most 20 steps'),
  })
  .transform(({ steps, ...rest }, context) => {
    const counted = steps.map(({ after = 0, ...pay }, index) => {
      const start = startOf(after, rest);
      if (typeof start === 'string')
        context.addIssue({ code: 'custom', path: ['steps', index, 'after'], message: start });
      return { after: Number(start), ...pay };
    });
    return { ...rest, steps: counted };
  });

/** Where a step begins: purchases, or minor units of the table's currency; or what is wrong with it. */
function startOf(
  after: string | number,
  { by, currency = '' }: { by: string; currency?: string | undefined },
) {
  if (by === 'revenue') {
    const start = parseAmount(after, currency);
    return 'problem' in start ? start.problem.replace(/^amount: /, '') : start.minor;
  }
  return /^\d{1,9}$/.test(String(after)) ? Number(after) : 'expected a whole number of purchases';
}

const whole = z
  .number({ error: 'expected a whole number' })
  .int('expected a whole number')
  .min(1, 'expected 1 or more')
  .max(100_000);

const rule = z
  .strictObject(
    {
      on: z.enum(['purchase', 'signup'], { error: 'expected "purchase" or "signup"' }),
      percent: fields.percent.optional(),
      flat: money.optional(),
      tiers: tiers.optional(),
      from: time.optional(),
      until: time.optional(),
      products: names.optional(),
      categories: names.optional(),
      order: z.enum(['first', 'repeat'], { error: 'expected "first" or "repeat"' }).optional(),
      currencies: z.array(fields.currency).min(1, 'expected at least one').max(50).optional(),
      capPerOrder: limits.optional(),
      capPerCustomer: z
        .strictObject({
          orders: whole.optional(),
          money: limits.optional(),
          months: whole.max(1200).optional(),
        })
        .refine((cap) => Object.values(cap).some((limit) => limit !== undefined), {
          error: 'expected orders, money or months',
        })
        .optional(),
      capPerPeriod: z.strictObject({ money: limits, period }).optional(),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? 'is not known in a rule: expected on, percent, flat, tiers, from, until, products, categories, order, currencies, capPerOrder, capPerCustomer, capPerPeriod'
          : fields.expected('a rule', issue.input),
    },
  )
  .superRefine((value, context) => {
    for (const { path, message } of ruleProblems(value)) context.addIssue({ code: 'custom', path, message });
  });

/** A list of commission rules as the API takes it: amounts in major units, dates in ISO 8601. See docs/commission.md. */
export const commissionSchema = z
  .array(rule, { error: (issue) => fields.expected('a list of rules', issue.input) })
  .max(50, 'expected at most 50 rules');
