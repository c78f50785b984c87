import { hold } from './hold.js';
import type { Options } from './Options.js';
import type { Reftally } from './Reftally.js';
import { running } from './running.js';
import { start } from './start.js';

export type { Consent } from './Consent.js';
export * from './EventMap.js';
export type { EventProps } from './EventProps.js';
export type { Offer } from './Offer.js';
export type { Options } from './Options.js';
export type { Referral } from './Referral.js';
export type { Reftally } from './Reftally.js';
export type { TrackResult } from './TrackResult.js';

/** Starts Reftally on this page; on a server, and the second time, it does nothing. */
export const init = (options: Options): void => {
  if (typeof window !== 'undefined') start({ dataset: { ...options } });
};

/** See `Reftally.track`. Events before `init()` wait for it; on a server nothing is sent. */
export const track: Reftally['track'] = (name, ...props) =>
  hold()?.track(name, ...props) || Promise.resolve({ id: '', status: 'invalid', reason: 'not in a browser' });

/** See `Reftally.referral`; null before `init()`. */
export const referral: Reftally['referral'] = () => running()?.referral() || null;

/** See `Reftally.consent`. */
export const consent: Reftally['consent'] = (choice) => {
  hold()?.consent(choice);
};

/** See `Reftally.optOut`. */
export const optOut: Reftally['optOut'] = (out) => {
  hold()?.optOut(out);
};

/** See `Reftally.decorate`; the address as it is before `init()`. */
export const decorate: Reftally['decorate'] = (url) => running()?.decorate(url) || url;

/** See `Reftally.flush`. */
export const flush: Reftally['flush'] = () => running()?.flush() || Promise.resolve();

/** See `Reftally.ready`. */
export const ready: Reftally['ready'] = (callback) => {
  hold()?.ready(callback);
};
