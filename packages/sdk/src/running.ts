import type { Reftally } from './Reftally.js';

/** What runs on this page (possibly a copy of the script that came first); undefined on a server, and before `init()`. */
export const running = (): Reftally | undefined => {
  const found = typeof window === 'undefined' ? undefined : window.reftally;
  return found?.track && !('q' in found) ? found : undefined;
};
