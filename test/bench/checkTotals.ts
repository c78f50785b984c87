import { readTotals } from '../crash/support/readTotals.js';

/** Throws unless the collector's totals have exactly so many pageviews, signups and purchases. */
export async function checkTotals(port: number, accepted: number): Promise<void> {
  const totals = await readTotals(`http://127.0.0.1:${port}`, 'shop');
  let counted = 0;
  for (const { pageviews, signups, purchases } of totals.values()) counted += pageviews + signups + purchases;
  if (counted !== accepted)
    throw new Error(`${accepted} events were accepted, and the totals have ${counted}`);
}
