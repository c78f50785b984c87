import type { Consent } from './Consent.js';

/**
 * What can be set, by `init()` or as attributes of the script tag (`linkHosts` is `data-link-hosts`).
 * Each value may be what an attribute can hold: a string, and for a switch `''`, `'true'` or `'1'`.
 */
export interface Options {
  /** The site's public key. */
  site: string;
  /** Where events go; default `/e`, on the origin of the script tag (of the page, for a module). */
  endpoint?: string;
  /** What holds until `consent()` says otherwise; default `granted`. */
  consent?: Consent;
  /** What Global Privacy Control means: no id and no storage (default), `deny`, or `ignore`. */
  gpc?: 'deny' | 'ignore' | (string & {});
  /** Query parameters that may carry a code, comma-separated; the first is the one that `decorate()` adds; default `ref,via`. */
  params?: string;
  /** Values that are never a code (a regular expression); default: what looks like a host name; `^$` for none. */
  ignore?: string;
  /** Name of the cookie and of its copy in localStorage; default `_rt`. */
  cookie?: string;
  /** Domain of the cookie, or `none` for this host alone; default: the registrable domain, found by trying. */
  cookieDomain?: string;
  /** How many days this browser remembers a referral; default 90. The site's policy decides what counts. */
  days?: number | string;
  /** Whether cookies go along to the collector: `include` when it has a host of its own on the shop's site; default `same-origin`. */
  credentials?: 'include' | 'omit' | 'same-origin';
  /** Whether the hash is part of what makes a page, as in `#/path`. */
  hash?: true | string;
  /** Hosts, comma-separated, to which links carry the code along; each subdomain by its own name. */
  linkHosts?: string;
  /** Rewrites an address before it is sent (the query is gone already), or the name of such a global function. */
  urlFilter?: ((url: string) => string) | string;
  /** Tell everything on the console. */
  debug?: true | string;
}
