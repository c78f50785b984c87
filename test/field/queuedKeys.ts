import type { Tab } from './drive/Tab.js';

/** The keys of the events that wait in the page's localStorage, sorted. */
export function queuedKeys(tab: Tab): Promise<string[]> {
  return tab.run(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('_rq.'))
      .sort(),
  );
}
