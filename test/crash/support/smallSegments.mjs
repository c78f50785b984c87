// Preloaded into a collector under test (`node --import`): log segments of 64 KB instead of 32 MiB, so that a few hundred events make a
// checkpoint and a kill hits amid them too. A file of its own, not TypeScript: node itself has to load it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const store = createRequire(import.meta.url).resolve('@reftally/store');
const { FileStore } = await import(pathToFileURL(store).href);
const { open } = FileStore;
FileStore.open = (options) =>
  open.call(FileStore, { ...options, segmentBytes: 65_536, checkpointBytes: 65_536 });
