import type { Tab } from './drive/Tab.js';

/** The keys of the page's localStorage, sorted. */
export function storedKeys(tab: Tab): Promise<string[]> {
  return tab.run(() => Object.keys(localStorage).sort());
}
