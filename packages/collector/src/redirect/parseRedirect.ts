import { CODE_PATTERN } from '@reftally/core';

/** What `/l/CODE/any/path?x=y` names; `path` and `query` (without `?`) as they stood in the address, undecoded. */
export type RedirectRequest = { code: string; path: string; query: string };

/** Takes the address of a redirect apart; undefined when what should be the code cannot be one. */
export function parseRedirect(url: string): RedirectRequest | undefined {
  const [, raw = '', path = '', query = ''] = /^\/l\/([^/?#]*)([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const code = decoded(raw);
  return code !== undefined && CODE_PATTERN.test(code) ? { code, path, query } : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
