/** The name of the last file of a backup. */
export const MANIFEST = 'reftally-backup.json';
