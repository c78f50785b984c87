import { attempt } from './attempt.js';
import { decorate } from './decorate.js';
import { findReferral } from './findReferral.js';
import { giveConsent } from './giveConsent.js';
import { log } from './log.js';
import { optOut } from './optOut.js';
import type { Reftally } from './Reftally.js';
import { track } from './track.js';
import { version } from './version.js';
import { wake } from './wake.js';

/** What the page calls. Nothing of it throws, no promise rejects. */
export const api: Reftally = {
  version,
  track: track as Reftally['track'],
  referral: () => attempt(findReferral) || null,
  consent: (choice) => attempt(giveConsent, choice),
  optOut: (out) => attempt(optOut, out),
  decorate: (url) => attempt(decorate, url) || url,
  flush: () => wake().catch(log),
  ready: (callback) => attempt(callback, api),
};
