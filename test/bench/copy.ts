import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FileStore } from '@reftally/store';
import { makeHistory } from '../copy/makeHistory.js';
import { startPostgres } from '../postgres/startPostgres.js';
import { copyKilled } from './copy/copyKilled.js';
import { readChains } from './copy/readChains.js';
import { describeMachine } from './describeMachine.js';
import { formatTable } from './formatTable.js';

// `npm run bench:copy -- [--events N]`: copies a folder into a database and back, each killed twice with kill -9, and compares every ledger.

const { values } = parseArgs({ options: { events: { type: 'string' } } });
const events = Number(values.events ?? 1_000_000);
const scratch = mkdtempSync(join(tmpdir(), 'reftally-copy-'));
const server = await startPostgres({ version: 18 });
try {
  console.log(describeMachine());
  const store = await FileStore.open({ folder: join(scratch, 'data'), warn: console.error });
  await makeHistory(store, { events, partners: 200 });
  await store.close();
  const [from, back] = [`file:${join(scratch, 'data')}`, `file:${join(scratch, 'back')}`];
  const database = await server.createDatabase();
  const rows = [
    ['folder to database', ...(await copyKilled(from, database, events))],
    ['database to folder', ...(await copyKilled(database, back, events))],
  ];
  console.log(
    formatTable(['copy', 'killed at (facts)', 'seconds of the runs', 'events a second', 'code'], rows),
  );
  const [source, there, again] = [await readChains(from), await readChains(database), await readChains(back)];
  const isEqual = source.text === there.text && source.text === again.text;
  console.log(
    `${source.partners} ledgers of ${source.lines} lines: ${isEqual ? 'the same three times, to the last hash' : 'NOT the same'}`,
  );
  process.exitCode = isEqual && source.lines > 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
