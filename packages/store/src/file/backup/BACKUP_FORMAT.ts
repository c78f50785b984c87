/** The format of backups that this version makes, and the newest that it reads. */
export const BACKUP_FORMAT = 1;
