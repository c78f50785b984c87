/** Hears how far a backup or a restore is (bytes). */
export type BackupProgress = (done: number, total: number) => void;
