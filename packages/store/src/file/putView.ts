import type { Delta, Outcome, Pageview } from '@reftally/core';
import type { JsonBytes } from '../JsonBytes.js';
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

/** Writes the {@link ViewFact} of a pageview, by hand: `JSON.stringify` looks up every object anew, and what it makes would have to be copied. */
export function putView(json: JsonBytes, outcome: View): void {
  const { decidedAt, event } = outcome;
  const answer: WholeAnswer = outcome.answer;
  const { id, site, at, visitor, client, url, referrer, props, touches }: WholePageview = event;
  const day = plainDay(outcome);
  const more = extrasOf(outcome, day);
  json.raw('{"view":[');
  json.text(id);
  putNext(json, site);
  putNumber(json, decidedAt);
  putNumber(json, at);
  putNext(json, answer.partner);
  putNext(json, visitor);
  putNext(json, client);
  putNext(json, url);
  putNext(json, referrer);
  json.raw(',');
  if (props === undefined) json.raw('null');
  else json.value(props);
  putTouches(json, touches);
  putNext(json, day);
  if (more !== undefined) {
    json.raw(',');
    json.value(more);
  }
  json.raw(']}');
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

function putTouches(json: JsonBytes, touches: readonly WholeTouch[]): void {
  json.raw(',[');
  for (let index = 0; index < touches.length; index++) {
    const { code, at } = touches[index] as WholeTouch;
    json.raw(index === 0 ? '[' : ',[');
    json.text(code);
    putNumber(json, at);
    json.raw(']');
  }
  json.raw(']');
}

function putNext(json: JsonBytes, text: string | undefined): void {
  json.raw(',');
  if (text === undefined) json.raw('null');
  else json.text(text);
}

function putNumber(json: JsonBytes, value: number): void {
  json.raw(',');
  json.number(value);
}
