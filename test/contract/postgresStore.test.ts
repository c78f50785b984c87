import { afterAll, beforeAll, describe } from 'vitest';
import type { PostgresVersion } from '../postgres/PostgresVersion.js';
import { makePostgresStores, type PostgresStores } from './makePostgresStores.js';
import { storeContract } from './storeContract.js';

describe.each<PostgresVersion>([18, 15])('PostgreSQL %i', (version) => {
  let stores: PostgresStores;
  beforeAll(async () => {
    stores = await makePostgresStores(version);
  });
  afterAll(() => stores.server.stop());
  storeContract('PostgreSQL store', () => stores.make());
});
