/** Names a thing of a site. */
export type SiteKey = { site: string; id: string };
