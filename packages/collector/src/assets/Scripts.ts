import type { Asset } from './Asset.js';

/** The built browser script and what goes with it. */
export type Scripts = {
  /** `r.js`; its versioned copy is the same bytes under a name that says which. */
  main: Asset;
  /** Such as `0.1.0`. */
  version: string;
  /** Subresource Integrity of `main`: `sha384-…`. */
  integrity: string;
  /** What is served under a versioned name, this version and those before it that were kept. */
  versions: ReadonlyMap<string, Asset>;
  /** Takes calls until the script runs; inline, without its element. */
  stub: string;
  /** Optional scripts beside it, by the part that their name adds: `forms` is `r-forms.js`. */
  extras: ReadonlyMap<string, Asset>;
};
