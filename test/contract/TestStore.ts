import type { Store } from '@reftally/store';

/** A store that holds nothing yet, for one test. `restart` closes it and opens the same data again. */
export type TestStore = {
  store(): Store;
  restart(): Promise<void>;
  /** Closes the store and removes its data. */
  remove(): Promise<void>;
};

/** Makes one for each test. */
export type MakeTestStore = () => Promise<TestStore>;
