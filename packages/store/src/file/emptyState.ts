import type { State } from './State.js';

/** The state of an empty log. */
export function emptyState(): State {
  return {
    segment: 0,
    segmentBytes: 0,
    sites: new Map(),
    publicKeys: new Map(),
    secretHashes: new Map(),
    partnerSites: new Map(),
    tokens: { access: new Map(), session: new Map() },
  };
}
