/**
 * What the script tag is told and the collector has to know as well, so that both write the same cookie. A site that sets none has
 * `defaultTag()`.
 */
export type Tag = {
  /** Name of the cookie in which the browser remembers a referral. */
  cookie: string;
  /** `auto`: the registrable domain, which the script finds by trying; `none`: the page's host alone; or a domain of the shop's. */
  cookieDomain: string;
  /** Days for which the browser remembers a referral, counted from the last visit. */
  days: number;
  /** Whether cookies are sent along to a collector on another host of the shop's domain. */
  credentials: boolean;
  /** What Global Privacy Control means: no id and no storage (`respect`), nothing at all (`deny`), or nothing special (`ignore`). */
  gpc: 'respect' | 'deny' | 'ignore';
};
