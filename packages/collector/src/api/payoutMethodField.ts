import { fields, ibanProblem } from '@reftally/core';
import { z } from 'zod';
import { strictShape } from '../http/strictShape.js';

const iban = z
  .string({ error: (issue) => fields.expected('an IBAN', issue.input) })
  .transform((text) => text.replace(/\s+/g, '').toUpperCase())
  .superRefine((text, context) => {
    const problem = ibanProblem(text);
    if (problem !== undefined) context.addIssue(problem);
  });

/** Where a partner's money is sent; null takes it away. */
export const payoutMethodField = z
  .discriminatedUnion(
    'method',
    [
      strictShape({
        method: z.literal('paypal'),
        paypalEmail: z.email('expected the e-mail address of a PayPal account').max(254),
      }),
      strictShape({ method: z.literal('bank'), name: fields.text(70), iban }),
    ],
    { error: 'expected {"method": "paypal", "paypalEmail"} or {"method": "bank", "name", "iban"}' },
  )
  .nullable()
  .transform((to) => to ?? undefined);
