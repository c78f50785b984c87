// What `window.reftally` is, in the functions that run in pages.
import type {} from '../../packages/sdk/src/Reftally.js';
import type { Driver } from './drive/Driver.js';
import type { Profile } from './drive/Profile.js';
import type { Tab } from './drive/Tab.js';
import type { Field } from './world/Field.js';

/** What a scenario plays in; all of it is new for each, but for the browser. */
export interface Scene {
  driver: Driver;
  field: Field;
  profile: Profile;
  tab: Tab;
  /** What the scenario expects the host page to notice; of everything else it must notice nothing. */
  mayNotice: RegExp;
}
