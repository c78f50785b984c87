import type { Cookie } from './Cookie.js';
import type { Tab } from './Tab.js';

/** Somebody's browser, with cookies and storage of its own. */
export interface Profile {
  newTab(): Promise<Tab>;
  /** All cookies of all sites. */
  cookies(): Promise<Cookie[]>;
  /** Takes the network away, from all tabs, or gives it back. */
  setOffline(offline: boolean): Promise<void>;
  close(): Promise<void>;
}
