import type { SignalAction } from './SignalAction.js';

/** What a site does about signals; what is absent has the default that docs/fraud.md names. */
export type FraudPolicy = {
  /** Partners who are their own customers; `refuse`: whatever ties the conversion to that partner loses. Default: hold. */
  selfReferral?: SignalAction | 'refuse' | undefined;
  /** Conversions that a robot's browser sends. Default: hold. */
  bots?: SignalAction | undefined;
  /** Visits with an ad click id in the landing page's address: of search ads (default: hold), and other ones (default: off). */
  adClicks?: { search?: SignalAction | undefined; other?: SignalAction | undefined } | undefined;
  /** More conversions of one partner than this within 24 hours; `action` is hold by default. Default: nobody looks. */
  velocity?: { perDay: number; action?: SignalAction | undefined } | undefined;
  /**
   * Visits that are one of very many: more than `perHour` (200) arrivals of the partner in that hour, of which fewer than `minShare` (10)
   * per cent were new visitors; or more than `perClient` (20) from one client on that day. `action` is flag by default.
   */
  clickFlood?:
    | {
        action?: SignalAction | undefined;
        perHour?: number | undefined;
        minShare?: number | undefined;
        perClient?: number | undefined;
      }
    | undefined;
  /** Hosts from which no visitor should come; their subdomains too. What came from one is held. */
  bannedReferrers?: string[] | undefined;
};
