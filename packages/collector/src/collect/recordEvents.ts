import {
  type EventContext,
  type InvalidEvent,
  type ParsedEvent,
  rejectEvent,
  type TrackedEvent,
} from '@reftally/core';
import type { Recorded } from '@reftally/store';
import type { Source } from '../ops/createMetrics.js';
import type { Services } from '../Services.js';
import { isTooLarge } from './isTooLarge.js';
import { leastBytes } from './leastBytes.js';
import { MAX_EVENT } from './MAX_EVENT.js';

/** What the sender of one event is told. */
export type Row = Recorded | InvalidEvent;

/** Events as they came, and how one of them is read. */
export type Arrivals = {
  source: Source;
  events: readonly unknown[];
  /** Of the whole body, in bytes. */
  size: number;
  context: EventContext;
  parse: (raw: unknown) => ParsedEvent;
};

/**
 * Checks each event by itself and has the good ones decided and stored; resolves to one row an event, in their order, when all are
 * durable. One bad event never costs its neighbours.
 */
export function recordEvents(arrivals: Arrivals, services: Services): Promise<Row[]> {
  const { site, receivedAt } = arrivals.context;
  const { rows, good, places } = checkEach(arrivals);
  const recorded = good.length > 0 ? services.store.record(site, good, receivedAt) : Promise.resolve([]);
  // Not awaited here: what waits for the disk must not hold the events, or every collection of garbage moves them.
  return whenDurable(recorded, rows, places, arrivals.source, services);
}

type Checked = { rows: (Row | undefined)[]; good: TrackedEvent[]; places: number[] };

/** Rows of the invalid ones; the others are `good`, and their rows belong at `places`. */
function checkEach({ events, size, parse }: Arrivals): Checked {
  const checked: Checked = { rows: new Array(events.length), good: [], places: [] };
  const isSuspect = suspectsIn(events, size);
  for (const [place, raw] of events.entries()) {
    const { event, invalid } = isSuspect(raw) && isTooLarge(raw) ? tooLarge(raw) : parse(raw);
    if (event) checked.places.push(place) && checked.good.push(event);
    else checked.rows[place] = invalid;
  }
  return checked;
}

/** Which events may take too much of a body: what the others take at least is not theirs. It is a fraction of the work of looking at all of each. */
function suspectsIn(events: readonly unknown[], size: number): (event: unknown) => boolean {
  if (size <= MAX_EVENT) return () => false;
  let rest = size;
  for (const event of events) rest -= leastBytes(event);
  return (event) => rest + leastBytes(event) > MAX_EVENT;
}

async function whenDurable(
  recorded: Promise<Recorded[]>,
  rows: (Row | undefined)[],
  places: readonly number[],
  source: Source,
  { metrics }: Services,
): Promise<Row[]> {
  const durable = await recorded;
  for (const [index, place] of places.entries()) rows[place] = durable[index];
  const answered = rows.filter((row) => row !== undefined);
  for (const row of answered)
    metrics.countEvent(source, row.status, row.status === 'invalid' ? '' : row.reason);
  return answered;
}

function tooLarge(raw: unknown): ParsedEvent {
  return rejectEvent(raw, 'event: expected at most 8 KB of JSON an event');
}
