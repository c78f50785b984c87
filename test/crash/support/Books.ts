import type { Sent } from './Sent.js';

/** The tests' own bookkeeping: what was sent, and what the collector has acknowledged. By event id. */
export type Books = { sent: Map<string, Sent>; acknowledged: Map<string, Sent> };
