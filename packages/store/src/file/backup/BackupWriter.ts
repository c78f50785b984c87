import type { BackupEntry } from './BackupEntry.js';

/** Where a backup goes. Nothing has its name before `finish`. */
export type BackupWriter = {
  /** `content` gives as many bytes as the entry says. */
  add(entry: BackupEntry, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Makes it durable and gives it its name. */
  finish(): Promise<void>;
  /** Takes away what is there. */
  abandon(): Promise<void>;
};
