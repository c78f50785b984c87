import { afterEach, beforeEach, describe } from 'vitest';
import { commissionContract } from './commissionContract.js';
import { customersContract } from './customersContract.js';
import { fraudContract } from './fraudContract.js';
import { ledgerContract } from './ledgerContract.js';
import { readContract } from './readContract.js';
import { recordContract } from './recordContract.js';
import { replayContract } from './replayContract.js';
import { reviewContract } from './reviewContract.js';
import { setupContract } from './setupContract.js';
import type { MakeTestStore, TestStore } from './TestStore.js';

/** Registers the contract of every store, sentence by sentence, for one driver. */
export function storeContract(driver: string, make: MakeTestStore): void {
  describe(driver, () => {
    let current: TestStore;
    beforeEach(async () => {
      current = await make();
    });
    afterEach(() => current.remove());
    recordContract(() => current);
    commissionContract(() => current);
    fraudContract(() => current);
    customersContract(() => current);
    setupContract(() => current);
    readContract(() => current);
    ledgerContract(() => current);
    reviewContract(() => current);
    replayContract(() => current);
  });
}
