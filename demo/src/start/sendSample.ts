import type { CollectorApi } from '../CollectorApi.js';
import { sampleVisit } from './sampleVisit.js';

const DAYS = 60;
const A_BATCH = 50;

/** Sends two months of made-up history up to `now` as server events, and says how many; the same again is counted once. */
export async function sendSample(api: CollectorApi, site: string, now: Date): Promise<number> {
  const visits = Array.from({ length: DAYS * 4 }, (_, index) => sampleVisit(index, DAYS, now));
  const events = visits.flat().filter((event) => event.at < now.toISOString());
  for (let from = 0; from < events.length; from += A_BATCH) {
    await api.call('POST', '/events', { site, events: events.slice(from, from + A_BATCH) });
  }
  return events.length;
}
