import { fields } from '@reftally/core';
import { z } from 'zod';
import { strictShape } from '../http/strictShape.js';
import { ibanField } from './ibanField.js';

const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** The account that partners are paid from; null takes it away. */
export const payerField = strictShape({
  name: fields.text(70),
  iban: ibanField,
  bic: z
    .string({ error: (issue) => fields.expected('a BIC', issue.input) })
    .transform((text) => text.toUpperCase())
    .pipe(z.string().regex(BIC, { error: 'expected a BIC of 8 or 11 characters such as "COBADEFFXXX"' }))
    .optional(),
})
  .nullable()
  .transform((payer) => payer ?? undefined);
