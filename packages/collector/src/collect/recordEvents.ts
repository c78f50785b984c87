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

/** What the sender of one event is told. */
export type Row = Recorded | InvalidEvent;

/** Below this a body cannot hold an event that is too large. */
const SMALL_BODY = 8 * 1024;

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
export async function recordEvents(arrivals: Arrivals, { store, metrics }: Services): Promise<Row[]> {
  const { source, events, size, context } = arrivals;
  const rows: (Row | undefined)[] = new Array(events.length);
  const good: TrackedEvent[] = [];
  const places: number[] = [];
  for (const [place, raw] of events.entries()) {
    const { event, invalid } = size > SMALL_BODY && isTooLarge(raw) ? tooLarge(raw) : arrivals.parse(raw);
    if (event) places.push(place) && good.push(event);
    else rows[place] = invalid;
  }
  const recorded = good.length > 0 ? await store.record(context.site, good, context.receivedAt) : [];
  for (const [index, place] of places.entries()) rows[place] = recorded[index];
  const answered = rows.filter((row) => row !== undefined);
  for (const row of answered)
    metrics.countEvent(source, row.status, row.status === 'invalid' ? '' : row.reason);
  return answered;
}

function tooLarge(raw: unknown): ParsedEvent {
  return rejectEvent(raw, 'event: expected at most 8 KB of JSON an event');
}
