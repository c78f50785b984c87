import type { Consent } from './Consent.js';
import type { Item } from './Item.js';
import type { Memory } from './Memory.js';
import type { Offer } from './Offer.js';
import type { Options } from './Options.js';
import type { Touch } from './Touch.js';

/** What this page knows; gone with it. In `r.js` each of these is a variable (see `flatten` in rollup.mjs). */
export const state = {
  /** What `init()` or the script tag was given. Defaults are where a setting is used. */
  options: {} as Options,
  /** Where events go. */
  endpoint: undefined as URL | undefined,
  /** What is never a code. */
  ignore: undefined as RegExp | undefined,
  /** The name of the cookie and of its copy in localStorage. */
  name: '_rt' as string,

  /** Until the configuration is read: denied. Pending, too, after the collector refused this site. */
  consent: 'denied' as Consent,
  /** Global Privacy Control holds: no id and no storage, codes live in memory. */
  gpc: undefined as boolean | undefined,

  /** The touch that is not remembered yet: consent is pending, the page is being prerendered, or it has just begun. */
  arrival: undefined as Touch | '' | undefined,
  /** The code that the address bar had at the last look, and the path of the page counted last. */
  seenCode: undefined as string | undefined,
  seenPath: undefined as string | undefined,

  /** The memory was read, on this page; what it holds, and the text of it that both cookie and localStorage have. */
  loaded: undefined as true | '' | undefined,
  memory: [] as Memory,
  saved: undefined as string | false | undefined,

  /** The events of this page (and those it adopted) that wait for an answer. */
  queue: [] as Item[],
  /** Those of them that are part of a request under way. */
  busy: [] as Item[],
  /** The most events in a request; 1 once an event has made the collector refuse a whole one. */
  most: 50,
  /** Failed attempts in a row; of these, attempts without any answer (offline, or blocked). */
  tries: 0,
  losses: 0,
  /** The timer of the next attempt; true: none until somebody wakes the script. */
  timer: undefined as ReturnType<typeof setTimeout> | true | 0 | undefined,

  /** The partner in the collector's last answer, and what it offers. */
  partner: undefined as string | undefined,
  offer: undefined as Offer | undefined,
};
