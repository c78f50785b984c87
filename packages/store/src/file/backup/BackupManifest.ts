import type { BackupEntry } from './BackupEntry.js';

/** The last file of a backup, which says what belongs to it; without it a backup is not whole. `madeAt` in ISO 8601. */
export type BackupManifest = {
  backup: number;
  madeAt: string;
  files: (BackupEntry & { sha256: string })[];
};
