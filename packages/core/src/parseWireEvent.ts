import { buildEvent } from './buildEvent.js';
import { clampTime } from './clampTime.js';
import { describeIssues } from './describeIssues.js';
import type { EventContext } from './EventContext.js';
import { fields } from './fields.js';
import { isPlainEvent } from './isPlainEvent.js';
import type { ParsedEvent } from './ParsedEvent.js';
import { parseProps } from './parseProps.js';
import type { RawEvent } from './RawEvent.js';
import { rejectEvent } from './rejectEvent.js';
import { type WireEvent, wireSchema } from './wireSchema.js';

const SHOP_FIELDS: ReadonlySet<string> = new Set(Object.keys(fields.shop));

/**
 * Checks one event of `POST /e` (shape: "The wire" in docs/architecture.md) and puts its times on the collector's clock.
 * `sentAt` is the batch's `s`, ms of the client's clock.
 */
export function parseWireEvent(raw: unknown, sentAt: number, context: EventContext): ParsedEvent {
  if (isPlainEvent(raw)) return readEvent(raw, raw, sentAt, context);
  const parsed = wireSchema.safeParse(raw);
  if (!parsed.success) return rejectEvent(raw, describeIssues(parsed.error.issues));
  return readEvent(raw, parsed.data, sentAt, context);
}

/** `checked` is what the schema made of `raw`. */
function readEvent(raw: unknown, checked: WireEvent, sentAt: number, context: EventContext): ParsedEvent {
  const { id, n, t, u, r, c, a, p } = checked;
  const extra = p ? parseProps(rawProps(raw), SHOP_FIELDS, 'p') : { props: undefined };
  if (extra.problem !== undefined) return rejectEvent(raw, extra.problem);
  const onOurClock = (time: number) => clampTime(time, sentAt, context.receivedAt);
  const touches = (a?.t ?? []).map(([code, at]) => ({
    code,
    at: onTouchClock(at, sentAt, context.receivedAt),
  }));
  const rawEvent: RawEvent = {
    id,
    type: n,
    visitor: a?.v,
    touches,
    url: u,
    referrer: r,
    ad: c,
    props: extra.props,
    customerId: p?.customerId,
    emailHash: p?.emailHash,
    orderId: p?.orderId,
    refundId: p?.refundId,
    amount: p?.amount,
    currency: p?.currency,
    coupon: p?.coupon,
    discount: p?.discount,
    signature: p?.signature,
    items: p?.items,
  };
  const at = onOurClock(t);
  const event = buildEvent(rawEvent, at, context);
  const stated = onTouchClock(t, sentAt, context.receivedAt);
  if (stated < at && !('problem' in event)) event.stated = stated;
  return 'problem' in event ? rejectEvent(raw, `p.${event.problem}`) : { event };
}

/** As they came: zod leaves `__proto__` out in silence, and nothing is dropped in silence. */
function rawProps(raw: unknown): Record<string, unknown> {
  return (raw as { p: Record<string, unknown> }).p;
}

/** A remembered touch may be older than any event: its age counts against the site's window, so it is not clamped to a week. */
function onTouchClock(at: number, sentAt: number, receivedAt: number): number {
  return Math.round(Math.min(receivedAt, Math.max(0, receivedAt - (sentAt - at))));
}
