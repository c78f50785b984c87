import type { Asset } from './Asset.js';

/** What is served beside the API: the browser script, and the pages' files by their path (`stats.html`, `assets/admin.js`). */
export type Assets = { script: Asset | undefined; pages: ReadonlyMap<string, Asset> };
