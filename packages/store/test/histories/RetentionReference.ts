import { type Answer, decide, type TrackedEvent } from '@reftally/core';
import { chainEntries } from '../../src/file/chainEntries.js';
import { emptyState } from '../../src/file/emptyState.js';
import { fold } from '../../src/file/fold.js';
import { forgottenAt } from '../../src/file/forgottenAt.js';
import type { State } from '../../src/file/State.js';
import { workingSetOf } from '../../src/file/workingSetOf.js';
import { HISTORY_SITE } from './HISTORY_SITE.js';

/** A store that never lets go of anything, and decides as if it had. */
export class RetentionReference {
  readonly state: State = emptyState();

  constructor(readonly days: number) {}

  record(event: TrackedEvent, now: number): Answer {
    const site = this.state.sites.get(HISTORY_SITE);
    if (!site) throw new Error('there is no site');
    const set = workingSetOf(site, event, forgottenAt(site, this.days, now));
    const outcome = decide(event, set, site.site.policy, now);
    if (outcome.entries) outcome.entries = chainEntries(site, outcome.entries);
    if (outcome.answer.status !== 'duplicate') fold(this.state, { outcome });
    return outcome.answer;
  }
}
