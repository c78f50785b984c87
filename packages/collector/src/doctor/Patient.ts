import type { Tag } from '@reftally/core';

/** A deployment to look at: a site, where its script and events live, and a page of the shop. */
export type Patient = {
  site: string;
  publicKey: string;
  origins: readonly string[];
  tag: Tag;
  /** Address of the script, and of its versioned copy. */
  script: string;
  pinned: string;
  version: string;
  /** Subresource Integrity of both. */
  integrity: string;
  /** The attributes that the tag has in the current snippet. */
  attributes: ReadonlyMap<string, string>;
  /** Where events go. */
  endpoint: string;
  /** A page of the shop. */
  shop: string;
};
