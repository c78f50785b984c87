import type { BackupEntry } from './BackupEntry.js';

/** A file of a backup; its `content` has to be read before the next file is asked for. */
export type BackupFile = { entry: BackupEntry; content: AsyncIterable<Uint8Array> };
