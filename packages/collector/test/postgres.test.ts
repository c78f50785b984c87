import { PostgresStore } from '@reftally/store';
import { afterAll, beforeAll, describe } from 'vitest';
import type { PostgresServer } from '../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../test/postgres/startPostgres.js';
import { testStores } from './testCollector.js';

const warn = () => undefined;

// The same tests once more, each on a database of its own. What is asked of them is what the store answers, and not what a disk does.
describe('on PostgreSQL', () => {
  const { open } = testStores;
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ version: 18, fsync: false });
    const schema = await server.createDatabase();
    await (await PostgresStore.open({ url: schema, warn })).close();
    const template = new URL(schema).pathname.slice(1);
    testStores.open = async () => PostgresStore.open({ url: await server.createDatabase(template), warn });
  });
  afterAll(async () => {
    testStores.open = open;
    await server.stop();
  });
  describe.each(['api', 'csv', 'customers', 'payouts', 'redirect', 'refunds', 'replay', 'reviews', 'wire'])(
    '%s',
    async (name) => {
      await import(`./${name}.test.ts`);
    },
  );
});
