import { attempt } from './attempt.js';
import { decorate } from './decorate.js';
import { findReferral } from './findReferral.js';
import { giveConsent } from './giveConsent.js';
import { optOut } from './optOut.js';
import type { Reftally } from './Reftally.js';
import type { TrackResult } from './TrackResult.js';
import { track } from './track.js';
import { version } from './version.js';
import { wake } from './wake.js';

/** What the page calls. Nothing of it throws, no promise rejects. */
export const api: Reftally = {
  version,
  track: (name, props?) =>
    track(name, props).catch((): TrackResult => ({ id: '', status: 'invalid', reason: 'props' })),
  referral: () => attempt(findReferral) || null,
  consent: (choice) => attempt(() => giveConsent(choice)),
  optOut: (out) => attempt(() => optOut(out)),
  decorate: (url) => attempt(() => decorate(url)) || url,
  flush: () => wake().catch(() => {}),
  ready: (callback) => attempt(() => callback(api)),
};
