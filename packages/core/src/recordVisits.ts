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

/** Two arrivals with one code within half an hour. */
function isOneVisit(a: { code: string; at: number }, b: { code: string; at: number }): boolean {
  return Math.abs(a.at - b.at) <= VISIT_MS && (a.code === b.code || codeKey(a.code) === codeKey(b.code));
}

function recordVisit(event: TrackedEvent, seen: Touch, set: WorkingSet, visits: Visits): void {
  const touch = touchOf(event, seen, set);
  const owner = set.codeOwner(seen.code);
  if (owner?.status === 'active') countVisit(event, seen, owner, set, visits);
  visits.known = addTouches(visits.known, [touch]);
  if (event.visitor) visits.touches.push(touch);
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
  const counted = countClick(event, seen, set, visits);
  if (counted) add.clicks = 1;
  if (counted || add.visitors)
    visits.deltas.push({
      partner: owner.partner,
      day: dayOf(seen.at, set.timeZone),
      add,
    });
}

/** Whether the visit is a click not yet counted; remembers it by client either way. */
function countClick(event: TrackedEvent, seen: Touch, set: WorkingSet, visits: Visits): boolean {
  const { client, visitor } = event;
  if (client === undefined) return visitor !== undefined;
  const recent = linkedBy(seen, set);
  if (recent && (visitor === undefined || !recent.matched)) {
    if (visitor !== undefined) visits.clicks.push({ ...recent, matched: true });
    return false;
  }
  const click: Click = { code: codeKey(seen.code), client, at: seen.at, matched: visitor !== undefined };
  if (event.type === 'click' && event.ad) click.ad = event.ad;
  visits.clicks.push(click);
  return true;
}
