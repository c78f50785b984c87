import { fields, ibanProblem } from '@reftally/core';
import { z } from 'zod';

/** An IBAN, taken with spaces and in small letters as people write it; its check digits must fit. */
export const ibanField = z
  .string({ error: (issue) => fields.expected('an IBAN', issue.input) })
  .transform((text) => text.replace(/\s+/g, '').toUpperCase())
  .superRefine((text, context) => {
    const problem = ibanProblem(text);
    if (problem !== undefined) context.addIssue(problem);
  });
