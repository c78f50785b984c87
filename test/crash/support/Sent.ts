/** One event of the tests: what goes over the wire, and what it must add to whose totals, once. */
export type Sent = {
  id: string;
  /** Without `t`, which is set when it is sent. */
  wire: { id: string; n: string; a: { v: string; t: [string, number][] }; p: Record<string, string> };
  /** What makes it one of a kind: the event id, or the order or customer that several events may name. */
  once: string;
  partner: string;
  visitor: string;
  counts: 'pageviews' | 'signups' | 'purchases';
  revenue?: { currency: string; minor: number };
};
