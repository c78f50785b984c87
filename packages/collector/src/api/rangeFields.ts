import { z } from 'zod';

const day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'expected a day such as "2026-05-31" or a time such as "2026-05-31T00:00:00Z"',
  })
  .optional();

/**
 * What and which days a report is about; days are whole calendar days in the site's time zone, both ends included. Of two times, the
 * report covers every day that is touched between them.
 */
export const rangeFields = {
  site: z.string().optional(),
  partner: z.string().optional(),
  from: day,
  to: day,
  tz: z.string().optional(),
};
