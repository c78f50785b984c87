import type { Consent } from '../../packages/sdk/src/Consent.js';

/**
 * Something that a visitor did, or that happened to them; `page` is a `Life.id`. Nothing here is what the script did, but for `settles`:
 * nothing waits any more in the storage that the open pages see.
 */
export type Happening =
  | { readonly is: 'opens' | 'hears'; readonly page: string; readonly consent: Consent }
  | { readonly is: 'tracks'; readonly page: string; readonly key: string }
  | { readonly is: 'optsOut'; readonly page: string; readonly out: boolean }
  /** Out of sight, and perhaps kept in the back/forward cache; or shown again from there. */
  | { readonly is: 'leaves' | 'returns'; readonly page: string }
  /** A tab with all pages that it has shown. */
  | { readonly is: 'closes'; readonly pages: readonly string[] }
  | { readonly is: 'offline' | 'online' | 'later' | 'settles' };
