import { z } from 'zod';

const day = z.iso.date('expected a day such as "2026-05-31"').optional();

/** What and which days a report is about; days are whole calendar days in the site's time zone, both ends included. */
export const rangeFields = {
  site: z.string().optional(),
  partner: z.string().optional(),
  from: day,
  to: day,
};
