import type { Store } from './Store.js';

/** How to open a store. */
export type StoreOptions = {
  /** `file:./data` */
  url: string;
  /** Told what an operator should know: a torn tail that was cut off, a checkpoint that failed. */
  warn: (message: string) => void;
};

export type OpenStore = (options: StoreOptions) => Promise<Store>;
