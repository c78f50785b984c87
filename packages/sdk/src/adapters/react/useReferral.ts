import { useSyncExternalStore } from 'react';
import type { Referral } from '../../index.js';
import { readReferral } from './readReferral.js';
import { watchReferral } from './watchReferral.js';

/**
 * Who sent this visitor; null when nobody did, before Reftally runs, on the server and while the page hydrates. A code that
 * arrives with a later page renders anew, and so do `partner` and `offer` within half a minute of the collector's answer.
 */
export function useReferral(): Referral | null {
  return useSyncExternalStore(watchReferral, readReferral, () => null);
}
