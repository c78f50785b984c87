import { forgottenAt } from './forgottenAt.js';
import { keptTouches } from './keptTouches.js';
import { leastMark } from './leastMark.js';
import type { Retention } from './Retention.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';

/** So many visitors are looked at in one step. */
const PIECE = 1_000;

/**
 * Takes out of a state what nobody can see any more: ids and touches that are older than they are kept. A little with each step. Totals,
 * conversions, orders and ledgers stay as they are.
 */
export function* forgetOld(state: State, { days, now }: Retention): Generator<void, void> {
  for (const site of state.sites.values()) {
    const forgotten = forgottenAt(site, days, now);
    if (!forgotten) continue;
    site.forgotten = forgotten;
    site.clicks.forget(now);
    for (const { identity } of site.partners.values()) identity.clients.forget(now);
    yield* site.eventIds.forget(leastMark(forgotten));
    yield* forgetTouches(site);
  }
}

function* forgetTouches({ visitors, forgotten }: SiteState): Generator<void, void> {
  let looked = 0;
  for (const [visitor, touches] of visitors) {
    const kept = keptTouches(touches, forgotten);
    if (kept.length === 0) visitors.delete(visitor);
    else if (kept !== touches) visitors.set(visitor, kept);
    if (++looked % PIECE === 0) yield;
  }
}
