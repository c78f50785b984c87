import type { Store } from '@reftally/store';
import type { TestStore } from './TestStore.js';

/** A store that `open` opens and opens again; `clear` takes its data away once it is closed. */
export async function reopening(open: () => Promise<Store>, clear: () => Promise<void>): Promise<TestStore> {
  let store = await open();
  return {
    store: () => store,
    restart: async () => {
      await store.close();
      store = await open();
    },
    remove: async () => {
      await store.close();
      await clear();
    },
  };
}
