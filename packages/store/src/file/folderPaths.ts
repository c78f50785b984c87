import { join } from 'node:path';

/** Where things are in a data folder. */
export const folderPaths = {
  log: (folder: string) => join(folder, 'log'),
  segment: (folder: string, number: number) =>
    join(folder, 'log', `${String(number).padStart(6, '0')}.ndjson`),
  /** What the segments up to `number` came to, when they are not there any more. */
  base: (folder: string, number: number) =>
    join(folder, 'log', `${String(number).padStart(6, '0')}.base.json`),
  newBase: (folder: string) => join(folder, 'log', '.base.json.tmp'),
  state: (folder: string) => join(folder, 'db.json'),
  newState: (folder: string) => join(folder, '.db.json.tmp'),
  lock: (folder: string) => join(folder, 'lock'),
  /** What is being restored, until it was checked. */
  restoring: (folder: string) => join(folder, '.restore'),
  /** How far a copy into it is, or was when it finished. */
  copying: (folder: string) => join(folder, '.copy'),
  probe: (folder: string) => join(folder, '.probe'),
};
