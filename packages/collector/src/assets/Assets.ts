import type { Asset } from './Asset.js';
import type { Scripts } from './Scripts.js';

/** What is served beside the API: the browser script, and the pages' files by their path (`stats.html`, `assets/admin.js`). */
export type Assets = { scripts: Scripts | undefined; pages: ReadonlyMap<string, Asset> };
