import { fields } from '@reftally/core';
import { z } from 'zod';
import { strictShape } from '../http/strictShape.js';
import { ibanField } from './ibanField.js';

/** Where a partner's money is sent; null takes it away. */
export const payoutMethodField = z
  .discriminatedUnion(
    'method',
    [
      strictShape({
        method: z.literal('paypal'),
        paypalEmail: z.email('expected the e-mail address of a PayPal account').max(254),
      }),
      strictShape({ method: z.literal('bank'), name: fields.text(70), iban: ibanField }),
    ],
    { error: 'expected {"method": "paypal", "paypalEmail"} or {"method": "bank", "name", "iban"}' },
  )
  .nullable()
  .transform((to) => to ?? undefined);
