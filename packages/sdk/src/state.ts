import type { Consent } from './Consent.js';
import type { Item } from './Item.js';
import type { Touch } from './Touch.js';

/** What this page knows; gone with it. In `r.js` each of these is a variable (see `flatten` in rollup.mjs). */
export const state = {
  /** Until the configuration is read: denied. Pending, too, after the collector refused this site. */
  consent: 'denied' as Consent,
  /** Global Privacy Control holds: no id and no storage, codes live in memory. */
  gpcHolds: false,

  /** The touch that is not remembered yet: consent is pending, the page is being prerendered, or it has just begun. */
  arrival: undefined as Touch | undefined,
  /** The name of the cookie and of its copy in localStorage. */
  name: '_rt',
  /** The code that the address bar had at the last look, and the path of the page counted last. */
  seenCode: undefined as string | undefined,
  seenPath: undefined as string | undefined,

  /** The cookie and its copy in localStorage were read; what they hold. */
  loaded: false,
  inCookie: '',
  inLocal: '',
  /** The visitor's random id, made when a code arrives. */
  visitor: undefined as string | undefined,
  /** The first and the latest touch that this browser remembers; one when they are the same. */
  touches: [] as Touch[],
  /** Which of `scopes()` the cookie's domain is, the same on all subdomains; -1 for a host-only cookie. */
  scope: -1,

  /** The events of this page (and those it adopted) that wait for an answer. */
  queue: [] as Item[],
  /** Those of them that are part of a request under way. */
  flying: [] as Item[],
  /** The most events in the next request; halved while one of them makes the collector refuse all. */
  most: 50,
  /** Failed attempts in a row; of these, attempts without any answer (offline, or blocked). */
  tries: 0,
  losses: 0,
  /** The timer of the next attempt. */
  timer: 0 as ReturnType<typeof setTimeout> | 0,

  /** The partner in the collector's last answer. */
  partner: undefined as string | undefined,
};
