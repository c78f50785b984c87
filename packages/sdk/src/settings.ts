import type { Options } from './Options.js';

/** What `init()` or the script tag was given. Defaults are where a setting is used. */
export const settings = {} as Options;
