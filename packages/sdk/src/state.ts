import type { Consent } from './Consent.js';
import type { Touch } from './Touch.js';

/** What this page knows; gone with it. The names are shortened by the build (see rollup.mjs). */
export const state = {
  /** `stopped`: the collector refused this site or this page. */
  consent: 'denied' as Consent | 'stopped',
  /** Global Privacy Control holds: no id and no storage, codes live in memory. */
  gpcHolds: false,

  /** Touches that are not remembered yet: consent is pending, the page is being prerendered, or it has just begun. */
  arrivals: [] as Touch[],
  /** The code that the address bar had at the last look, and the path of the page counted last. */
  seenCode: undefined as string | undefined,
  seenPath: undefined as string | undefined,

  /** The cookie and its copy in localStorage were read; what they hold. */
  loaded: false,
  inCookie: '',
  inLocal: '',
  /** The visitor's random id, made when a code arrives. */
  visitor: '',
  /** The first and the latest touch that this browser remembers; one when they are the same. */
  touches: [] as Touch[],
  /** Which of `scopes()` the cookie's domain is, the same on all subdomains; -1 for a host-only cookie. */
  scope: -1,

  /** Requests under way. */
  busy: 0,
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
