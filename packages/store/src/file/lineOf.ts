import type { Delta, Outcome, Pageview } from '@reftally/core';

/** What stands in JSON as it is: printable ASCII but the quote and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** The parts of an outcome that `JSON.stringify` writes; without a new one this does not compile. */
const parts: Record<Exclude<keyof Outcome, 'answer' | 'decidedAt' | 'event' | 'deltas'>, string> = {
  touches: ',"touches":',
  clicks: ',"clicks":',
  conversion: ',"conversion":',
  customer: ',"customer":',
  order: ',"order":',
  refundId: ',"refundId":',
  waits: ',"waits":',
  settled: ',"settled":',
  entries: ',"entries":',
};

/** A type of which these are all the fields: a new one does not compile until it is written below, too. */
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
type WholeDelta = Whole<
  Delta,
  'partner' | 'day' | 'add' | 'revenue' | 'discount' | 'trust' | 'refused' | 'hour'
>;

const PARTS = Object.entries(parts) as [keyof typeof parts, string][];

/**
 * The line of the log for an outcome: the JSON of `{ outcome }` and a line feed. What every pageview has is written out by hand:
 * `JSON.stringify` took more of an event's time than deciding it, for it looks up every object anew.
 */
export function lineOf(outcome: Outcome): string {
  const { answer, decidedAt, event, deltas } = outcome;
  const eventText = event.type === 'pageview' ? pageviewText(event) : JSON.stringify(event);
  let line = `{"outcome":{"answer":${answerText(answer)},"decidedAt":${number(decidedAt)},"event":${eventText}`;
  for (const [part, name] of PARTS) {
    const value = outcome[part];
    if (value !== undefined) line += name + JSON.stringify(value);
  }
  return deltas ? `${line},"deltas":[${listText(deltas, deltaText)}]}}\n` : `${line}}}\n`;
}

function answerText({ status, reason, partner, conversion }: WholeAnswer): string {
  let text = `{"status":"${status}"`;
  if (reason !== undefined) text += `,"reason":"${reason}"`;
  if (partner !== undefined) text += `,"partner":${quote(partner)}`;
  if (conversion !== undefined) text += `,"conversion":${quote(conversion)}`;
  return `${text}}`;
}

function pageviewText(event: WholePageview): string {
  const { type, id, site, at, trust, stated, dated, touches, visitor, client, url, referrer, ad, props } =
    event;
  let text = `{"type":"${type}","id":${quote(id)},"site":${quote(site)},"at":${number(at)},"trust":"${trust}"`;
  if (stated !== undefined) text += `,"stated":${number(stated)}`;
  if (dated) text += ',"dated":true';
  text += `,"touches":[${listText(touches, touchText)}]`;
  if (visitor !== undefined) text += `,"visitor":${quote(visitor)}`;
  if (client !== undefined) text += `,"client":${quote(client)}`;
  if (url !== undefined) text += `,"url":${quote(url)}`;
  if (referrer !== undefined) text += `,"referrer":${quote(referrer)}`;
  if (ad !== undefined) text += `,"ad":${quote(ad)}`;
  return props === undefined ? `${text}}` : `${text},"props":${JSON.stringify(props)}}`;
}

/** As `map` and `join`, without the lists that they make. */
function listText<T>(list: readonly T[], textOf: (item: T) => string): string {
  let text = '';
  for (const item of list) text += text === '' ? textOf(item) : `,${textOf(item)}`;
  return text;
}

function touchText({ code, at }: WholeTouch): string {
  return `{"code":${quote(code)},"at":${number(at)}}`;
}

function deltaText({ partner, day, add, revenue, discount, trust, refused, hour }: WholeDelta): string {
  let text = `{"partner":${quote(partner)},"day":"${day}","add":{${addText(add)}}`;
  if (revenue) text += `,"revenue":${JSON.stringify(revenue)}`;
  if (discount) text += `,"discount":${JSON.stringify(discount)}`;
  if (trust) text += `,"trust":"${trust}"`;
  if (hour !== undefined) text += `,"hour":${number(hour)}`;
  return refused ? `${text},"refused":"${refused}"}` : `${text}}`;
}

function addText(add: Delta['add']): string {
  let text = '';
  for (const counter in add) {
    const count = add[counter as keyof Delta['add']];
    if (count !== undefined) text += `${text === '' ? '' : ','}"${counter}":${number(count)}`;
  }
  return text;
}

function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** A line that is not JSON would make the whole log unreadable. */
function number(value: number): string {
  return Number.isFinite(value) ? `${value}` : 'null';
}
