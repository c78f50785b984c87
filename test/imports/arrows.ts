/** What a package may import, besides its own files. */
export interface Arrows {
  /** Names that it may import from. */
  readonly values: readonly string[];
  /** Names that it may take types from, and only types. */
  readonly types: readonly string[];
  /** Whether it may import from its declared dependencies. */
  readonly dependencies: boolean;
  /** Whether it may import `node:` modules. */
  readonly node: boolean;
}

/** The arrows that the design allows, by folder: core ← store ← collector, and only types to sdk and stats. */
export const arrows: Readonly<Record<string, Arrows>> = {
  'packages/core/src': { values: ['zod'], types: [], dependencies: false, node: false },
  'packages/store/src': { values: ['@reftally/core'], types: [], dependencies: true, node: true },
  'packages/collector/src': {
    values: ['@reftally/core', '@reftally/store'],
    types: [],
    dependencies: true,
    node: true,
  },
  'packages/sdk/src': { values: [], types: ['@reftally/core'], dependencies: true, node: false },
  'packages/stats/src': { values: [], types: ['@reftally/core'], dependencies: true, node: false },
  'demo/src': { values: ['@reftally/sdk/sign', 'express'], types: [], dependencies: false, node: true },
  'demo/browser': { values: [], types: [], dependencies: false, node: false },
};
