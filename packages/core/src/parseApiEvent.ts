import { z } from 'zod';
import { buildEvent } from './buildEvent.js';
import { describeIssues } from './describeIssues.js';
import type { EventContext } from './EventContext.js';
import { fields } from './fields.js';
import type { ParsedEvent } from './ParsedEvent.js';
import { parseProps } from './parseProps.js';
import { rejectEvent } from './rejectEvent.js';

const apiEvent = z.strictObject(
  {
    id: fields.text(160),
    type: fields.text(64),
    at: z.iso
      .datetime({
        offset: true,
        error: 'expected an ISO 8601 time such as "2026-05-01T12:00:00Z"',
      })
      .optional(),
    trust: z.enum(['server', 'reconciled'], { error: 'expected "server" or "reconciled"' }).optional(),
    visitor: fields.visitor.optional(),
    code: fields.code.optional(),
    url: fields.address.optional(),
    referrer: fields.address.optional(),
    ...fields.shop,
    props: z.looseObject({}, { error: 'expected an object of properties' }).optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? 'is not a field of an event'
        : fields.expected('an object', issue.input),
  },
);

/** Checks one event of `POST /api/v1/events`. A server's clock is believed, except about the future. */
export function parseApiEvent(raw: unknown, context: EventContext): ParsedEvent {
  const parsed = apiEvent.safeParse(raw);
  if (!parsed.success) return rejectEvent(raw, describeIssues(parsed.error.issues));
  const { at: iso, code, trust, props, ...rest } = parsed.data;
  const extra = props
    ? parseProps((raw as { props: Record<string, unknown> }).props, new Set(), 'props')
    : { props: undefined };
  if (extra.problem !== undefined) return rejectEvent(raw, extra.problem);
  const at = Math.min(context.receivedAt, iso ? Date.parse(iso) : context.receivedAt);
  const touches = code ? [{ code, at }] : [];
  const event = buildEvent(
    { ...rest, touches, props: extra.props },
    at,
    trust ? { ...context, trust } : context,
  );
  if ('problem' in event) return rejectEvent(raw, event.problem);
  if (iso) event.dated = true;
  return { event };
}
