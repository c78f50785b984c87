import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore, type FileStoreOptions } from '@reftally/store';
import { expect, test } from 'vitest';
import { reopening } from './reopening.js';
import { storeContract } from './storeContract.js';
import type { MakeTestStore } from './TestStore.js';

storeContract('file store', makeTestStore({}));
// Each group seals its segment: db.json is written and folded upon all the time, and every start reads what is there by then.
storeContract('file store, all checkpoints', makeTestStore({ segmentBytes: 1, checkpointBytes: 1 }));

test('a file store shares no limits: nobody else can have its folder open', async () => {
  const alone = await makeTestStore({})();
  expect(alone.store().shareTaken).toBeUndefined();
  await alone.remove();
});

function makeTestStore(options: Partial<FileStoreOptions>): MakeTestStore {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reftally-contract-'));
    const open = () => FileStore.open({ folder, warn: () => {}, ...options });
    return reopening(open, () => rm(folder, { recursive: true }));
  };
}
