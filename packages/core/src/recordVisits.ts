import { addTouches } from './addTouches.js';
import type { Click } from './Click.js';
import { codeKey } from './codeKey.js';
import type { Delta } from './Delta.js';
import { dayOf } from './dayOf.js';
import { hostOf } from './fraud/hostOf.js';
import type { Touch } from './Touch.js';
import type { TrackedEvent } from './TrackedEvent.js';
import { VISIT_MS } from './VISIT_MS.js';
import type { CodeOwner, WorkingSet } from './WorkingSet.js';

/** What the codes of an event add: touches of the visitor, clicks by client, totals. `known` are all touches, new ones included. */
export type Visits = {
  known: readonly Touch[];
  touches: Touch[];
  clicks: Click[];
  deltas: Delta[];
};

/**
 * Turns the codes that an event carries into touches, and counts each visit once, whether it came through `/l/`, the landing page
 * or both: a visitor's new touch first takes up a click that the same client made through `/l/` within the visit.
 */
export function recordVisits(event: TrackedEvent, set: WorkingSet): Visits {
  const visits: Visits = {
    known: set.touches,
    touches: [],
    clicks: [],
    deltas: [],
  };
  for (const seen of event.touches) {
    const isSameVisit = visits.known.some((touch) => isOneVisit(touch, seen));
    if (!isSameVisit) recordVisit(event, seen, set, visits);
    else if (isArrival(event, seen)) recordRepeat(event, seen, set, visits);
  }
  if (visits.known.some(({ at }) => at > event.at)) visits.known = inEventOrder(visits.known, event);
  return visits;
}

/**
 * Client times are put on our clock request by request, so a landing whose request was slow can seem later than a signup that followed it.
 * The event itself knows better: of a visit that it remembers, the moment counts that it remembers.
 */
function inEventOrder(known: readonly Touch[], event: TrackedEvent): Touch[] {
  const moments = known.map((touch) => {
    if (touch.at <= event.at) return touch;
    const remembered = event.touches.filter((seen) => seen.at <= event.at && isOneVisit(touch, seen));
    return remembered.length > 0 ? { ...touch, at: Math.max(...remembered.map(({ at }) => at)) } : touch;
  });
  return addTouches([], moments);
}

const HOUR_MS = 3_600_000;

/** Two arrivals with one code within half an hour. */
function isOneVisit(a: { code: string; at: number }, b: { code: string; at: number }): boolean {
  return Math.abs(a.at - b.at) <= VISIT_MS && (a.code === b.code || codeKey(a.code) === codeKey(b.code));
}

function recordVisit(event: TrackedEvent, seen: Touch, set: WorkingSet, visits: Visits): void {
  if (set.forgotten && seen.at < set.forgotten.touches) {
    visits.known = addTouches(visits.known, [seen]); // May have been counted; it is out of every window.
    return;
  }
  const touch = touchOf(event, seen, set);
  const owner = set.codeOwner(seen.code);
  const clicks = visits.clicks.length;
  if (owner?.status === 'active') countVisit(event, seen, owner, set, visits);
  const { arrivals } = visits.clicks[clicks] ?? {};
  if (arrivals && touch !== seen) touch.arrivals = arrivals;
  visits.known = addTouches(visits.known, [touch]);
  if (event.visitor) visits.touches.push(touch);
}

/** An arrival within a visit that is known: no touch and no click, but it came. */
function recordRepeat(event: TrackedEvent, seen: Touch, set: WorkingSet, visits: Visits): void {
  const owner = set.codeOwner(seen.code);
  const before = set.recentClick(seen.code);
  if (owner?.status !== 'active' || cameByLink(event, seen, before)) return;
  if (before) visits.clicks.push({ ...before, arrivals: (before.arrivals ?? 1) + 1 });
  visits.deltas.push(deltaOf(seen, owner, { uncounted: 1 }, set));
}

/** The script takes both times one after the other; nobody comes to a next page as fast. */
const AT_ONCE_MS = 100;

/** What the browser remembers comes with every page; it came with this one if it has the time of this one. */
function isArrival({ type, at }: TrackedEvent, seen: Touch): boolean {
  return type === 'click' || (type === 'pageview' && Math.abs(at - seen.at) < AT_ONCE_MS);
}

/** Whether the arrival at a page has been seen already when the client came through `/l/`. */
function cameByLink({ type }: TrackedEvent, seen: Touch, before: Click | undefined): boolean {
  if (type === 'click' || before?.linkedAt === undefined) return false;
  return Math.abs(before.linkedAt - seen.at) <= VISIT_MS;
}

/** What is known of the page that carried the code; a link through `/l/` that led there may know of an ad what the page does not. */
function touchOf(event: TrackedEvent, seen: Touch, set: WorkingSet): Touch {
  const { type, at, url, referrer } = event;
  if (type !== 'pageview' || !isLanding(at, seen.at)) return seen;
  const touch: Touch = { ...seen };
  if (url) touch.landing = url;
  const ad = event.ad ?? linkedBy(seen, set)?.ad;
  if (ad) touch.ad = ad;
  const host = referrer && hostOf(referrer);
  if (host && host !== (url && hostOf(url))) touch.referrer = host;
  return touch;
}

/** The click of the same client and visit. */
function linkedBy(seen: Touch, set: WorkingSet): Click | undefined {
  const recent = set.recentClick(seen.code);
  return recent && isOneVisit(recent, seen) ? recent : undefined;
}

/** The page that carried the code is the one seen when the touch was made; both times come from one clock. */
function isLanding(pageAt: number, touchAt: number): boolean {
  return Math.abs(pageAt - touchAt) < 5_000;
}

function countVisit(
  event: TrackedEvent,
  seen: Touch,
  owner: CodeOwner,
  set: WorkingSet,
  visits: Visits,
): void {
  const add: Delta['add'] = {};
  if (event.visitor && !visits.known.some(({ code }) => set.codeOwner(code)?.partner === owner.partner))
    add.visitors = 1;
  if (countClick(event, seen, set, visits)) add.clicks = 1;
  else if (isArrival(event, seen) && !cameByLink(event, seen, set.recentClick(seen.code))) add.uncounted = 1;
  if (add.clicks || add.visitors || add.uncounted) visits.deltas.push(deltaOf(seen, owner, add, set));
}

function deltaOf({ at }: Touch, { partner }: CodeOwner, add: Delta['add'], { timeZone }: WorkingSet): Delta {
  return { partner, day: dayOf(at, timeZone), add, hour: Math.floor(at / HOUR_MS) };
}

/** Whether the visit is a click not yet counted; remembers it by client either way. */
function countClick(event: TrackedEvent, seen: Touch, set: WorkingSet, visits: Visits): boolean {
  const { client, visitor } = event;
  if (client === undefined) return visitor !== undefined;
  const before = set.recentClick(seen.code);
  const isRepeat =
    before !== undefined && isOneVisit(before, seen) && (visitor === undefined || !before.matched);
  const click: Click = isRepeat
    ? { ...before }
    : { code: codeKey(seen.code), client, at: seen.at, matched: false };
  if (visitor !== undefined) click.matched = true;
  rememberArrival(click, event, seen, before, !isRepeat || isArrival(event, seen));
  if (!isRepeat || visitor !== undefined || isArrival(event, seen)) visits.clicks.push(click);
  return !isRepeat;
}

/** In place. `before` is what was remembered of the client on that day. */
function rememberArrival(
  click: Click,
  event: TrackedEvent,
  seen: Touch,
  before: Click | undefined,
  hasArrived: boolean,
): void {
  if (before?.linkedAt !== undefined) click.linkedAt = before.linkedAt;
  if (before?.arrivals !== undefined) click.arrivals = before.arrivals;
  if (before && hasArrived && !cameByLink(event, seen, before)) click.arrivals = (before.arrivals ?? 1) + 1;
  if (event.type !== 'click') return;
  click.linkedAt = seen.at;
  if (event.ad) click.ad = event.ad;
}
