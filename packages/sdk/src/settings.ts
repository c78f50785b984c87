import type { Options } from './Options.js';

/** What `init()` was given, over the defaults. */
export const settings = {
  params: 'ref,via',
  // Blogs add their own `?ref=their.host` to every outbound link; that must not push a partner's code aside.
  ignore: '^([\\w-]+\\.)+[a-z]{2,}$',
  cookie: '_rt',
  days: 90,
} as Options & Required<Pick<Options, 'params' | 'ignore' | 'cookie' | 'days'>>;
