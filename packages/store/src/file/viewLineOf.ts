import type { Delta, Outcome, Pageview } from '@reftally/core';
import { quote } from './quote.js';
import type { ViewExtras } from './ViewFact.js';

/** A type of which these are all the fields: a new one does not compile until the line has it, too. */
type Whole<T, Fields extends keyof T> = Exclude<keyof T, Fields> extends never ? T : never;
type WholePageview = Whole<
  Pageview,
  | 'type'
  | 'id'
  | 'site'
  | 'at'
  | 'trust'
  | 'stated'
  | 'dated'
  | 'touches'
  | 'visitor'
  | 'client'
  | 'url'
  | 'referrer'
  | 'ad'
  | 'props'
>;
type WholeTouch = Whole<Pageview['touches'][number], 'code' | 'at'>;
type WholeAnswer = Whole<Outcome['answer'], 'status' | 'reason' | 'partner' | 'conversion'>;
type View = Outcome & { event: Pageview };

/** The JSON of the {@link ViewFact} of a pageview that {@link isView}: written by hand, since `JSON.stringify` looks up every object anew. */
export function viewLineOf(outcome: View): string {
  const { decidedAt, event } = outcome;
  const answer: WholeAnswer = outcome.answer;
  const { id, site, at, visitor, client, url, referrer, props, touches }: WholePageview = event;
  const day = plainDay(outcome);
  const more = extrasOf(outcome, day);
  let line = `{"view":[${quote(id)},${quote(site)},${number(decidedAt)},${number(at)}`;
  line += `,${orNull(answer.partner)},${orNull(visitor)},${orNull(client)},${orNull(url)},${orNull(referrer)}`;
  line += props === undefined ? ',null,[' : `,${JSON.stringify(props)},[`;
  for (let index = 0; index < touches.length; index++)
    line += (index === 0 ? '' : ',') + touchText(touches[index] as WholeTouch);
  return `${line}],${orNull(day)}${more === undefined ? '' : `,${JSON.stringify(more)}`}]}`;
}

/** The day, when all that is counted is one pageview of the partner. */
function plainDay({ answer, deltas }: Outcome): string | undefined {
  const delta = deltas?.[0];
  if (deltas?.length !== 1 || delta === undefined || delta.partner !== (answer.partner ?? ''))
    return undefined;
  return isOnePageview(delta) ? delta.day : undefined;
}

function isOnePageview(delta: Delta): boolean {
  for (const field in delta) if (field !== 'partner' && field !== 'day' && field !== 'add') return false;
  if (delta.add.pageviews !== 1) return false;
  for (const counter in delta.add) if (counter !== 'pageviews') return false;
  return true;
}

/** Undefined for most. */
function extrasOf(outcome: View, day: string | undefined): ViewExtras | undefined {
  const { answer, event, touches, clicks, deltas } = outcome;
  let extras: ViewExtras | undefined;
  const add = <Field extends keyof ViewExtras>(field: Field, value: ViewExtras[Field]): void => {
    extras ??= {};
    extras[field] = value;
  };
  if (answer.status !== 'accepted') add('status', answer.status);
  if (answer.reason !== undefined) add('reason', answer.reason);
  if (event.trust !== 'browser') add('trust', event.trust);
  if (event.stated !== undefined) add('stated', event.stated);
  if (event.dated) add('dated', event.dated);
  if (event.ad !== undefined) add('ad', event.ad);
  if (touches) add('touches', touches);
  if (clicks) add('clicks', clicks);
  if (deltas && day === undefined) add('deltas', deltas);
  return extras;
}

function touchText({ code, at }: WholeTouch): string {
  return `[${quote(code)},${number(at)}]`;
}

function orNull(text: string | undefined): string {
  return text === undefined ? 'null' : quote(text);
}

/** A line that is not JSON would make the whole log unreadable. */
function number(value: number): string {
  return Number.isFinite(value) ? `${value}` : 'null';
}
