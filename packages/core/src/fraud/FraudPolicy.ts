/** What a site does about signals; what is absent has the default that docs/fraud.md names. */
export type FraudPolicy = {
  /** Hosts from which no visitor should come; their subdomains too. What came from one is held. */
  bannedReferrers?: string[] | undefined;
};
