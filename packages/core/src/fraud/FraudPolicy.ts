import type { SignalAction } from './SignalAction.js';

/** What a site does about signals; what is absent has the default that docs/fraud.md names. */
export type FraudPolicy = {
  /** Partners who are their own customers; `refuse`: whatever ties the conversion to that partner loses. Default: hold. */
  selfReferral?: SignalAction | 'refuse' | undefined;
  /** Hosts from which no visitor should come; their subdomains too. What came from one is held. */
  bannedReferrers?: string[] | undefined;
};
