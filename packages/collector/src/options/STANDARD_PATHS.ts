import type { Paths } from './Paths.js';

/** The paths that every collector answers at: the script's own defaults. */
export const STANDARD_PATHS: Paths = { script: '/r.js', collect: '/e' };
