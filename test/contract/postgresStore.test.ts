import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { PostgresVersion } from '../postgres/PostgresVersion.js';
import { limitsContract } from './limitsContract.js';
import { makePostgresStores, type PostgresStores } from './makePostgresStores.js';
import { storeContract } from './storeContract.js';
import type { TestStore } from './TestStore.js';

describe.each<PostgresVersion>([18, 15])('PostgreSQL %i', (version) => {
  let stores: PostgresStores;
  beforeAll(async () => {
    stores = await makePostgresStores(version);
  });
  afterAll(() => stores.server.stop());
  storeContract('PostgreSQL store', () => stores.make());
  describe('shared by collectors', () => {
    let current: TestStore;
    beforeEach(async () => {
      current = await stores.make();
      return () => current.remove();
    });
    limitsContract(() => current);
  });
});
