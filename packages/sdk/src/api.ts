import { decorate } from './decorate.js';
import { deny } from './deny.js';
import { findReferral } from './findReferral.js';
import { guard } from './guard.js';
import type { Reftally } from './Reftally.js';
import { resume } from './resume.js';
import { state } from './state.js';
import { store } from './store.js';
import { track } from './track.js';
import { wake } from './wake.js';

/** What the page calls. Nothing of it throws, no promise rejects. */
export const api: Reftally = {
  track: track as Reftally['track'],
  referral: findReferral as Reftally['referral'],
  consent: (choice) => {
    state.consent = choice;
    if (state.consent === 'denied') deny();
    resume();
  },
  // Taken back, this page stays silent until `consent('granted')`.
  optOut: (out = true) => {
    store(out ? 'set' : 'remove', `${state.name}.out`, '1');
    deny();
  },
  decorate: (url) => guard(decorate)(url) || url,
  flush: wake,
  ready: guard((callback: (reftally: Reftally) => void) => callback(api)),
};
