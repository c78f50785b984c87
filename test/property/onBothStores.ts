import { afterAll, beforeAll, describe, it } from 'vitest';
import { makePostgresStores, type PostgresStores } from '../contract/makePostgresStores.js';
import type { Home } from './Home.js';
import { makeFileHome } from './makeFileHome.js';
import { makePostgresHome } from './makePostgresHome.js';

/** How many random histories; `REFTALLY_STREAMS` asks for more of them. */
const RUNS = Number(process.env.REFTALLY_STREAMS ?? 60);

/** How long one history may take, in ms. */
type Patience = { file: number; postgres: number };

/** Tests that a promise holds through random histories, of the file store, and of a third as many on PostgreSQL. */
export function onBothStores(
  promise: string,
  patience: Patience,
  holds: (make: () => Promise<Home>, runs: number) => Promise<void>,
): void {
  it(`file store: ${promise}`, () => holds(makeFileHome, RUNS), 60_000 + RUNS * patience.file);

  describe('PostgreSQL', () => {
    let stores: PostgresStores;
    beforeAll(async () => {
      stores = await makePostgresStores(18);
    });
    afterAll(() => stores.server.stop());

    const runs = Math.ceil(RUNS / 3);
    it(promise, () => holds(() => makePostgresHome(stores), runs), 60_000 + runs * patience.postgres);
  });
}
