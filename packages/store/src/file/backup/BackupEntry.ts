/** A file of a data folder in a backup: its path in the folder, with slashes, its length and its permissions (as of `chmod`). */
export type BackupEntry = { path: string; bytes: number; mode: number };
