import { z } from 'zod';

/** How every list is paged: `cursor` from the page before, `limit` rows. */
export const pageFields = {
  cursor: z.string().max(1024).optional(),
  limit: z.coerce
    .number({ error: 'expected a number from 1 to 500' })
    .int('expected a whole number from 1 to 500')
    .min(1, 'expected a number from 1 to 500')
    .max(500, 'expected a number from 1 to 500')
    .default(100),
  format: z.enum(['json', 'csv'], { error: 'expected "json" or "csv"' }).optional(),
};
