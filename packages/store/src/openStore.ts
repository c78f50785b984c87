import { describeUrl } from './describeUrl.js';
import { FileStore } from './file/FileStore.js';
import { folderOfUrl } from './folderOfUrl.js';
import { isPostgresUrl } from './isPostgresUrl.js';
import { PostgresStore } from './postgres/PostgresStore.js';
import { StartError } from './StartError.js';
import type { Store } from './Store.js';

/** How to open a store. */
export type StoreOptions = {
  /** `file:./data`, or `postgres://USER:PASSWORD@HOST:PORT/DATABASE` */
  url: string;
  /** Told what an operator should know: a torn tail that was cut off, a checkpoint that failed. */
  warn: (message: string) => void;
  /** After how many days raw visits, their ids and expired touches are forgotten; 0, the default: never. */
  retentionDays?: number;
};

export type OpenStore = (options: StoreOptions) => Promise<Store>;

/** Opens the store that a URL names: `file:` and a folder, relative or absolute, or a PostgreSQL database. Rejects with a `StartError`. */
export const openStore: OpenStore = async ({ url, warn, retentionDays = 0 }) => {
  if (!isPostgresUrl(url)) return FileStore.open({ folder: folderOf(url), warn, retentionDays });
  return PostgresStore.open({ url, warn, retentionDays });
};

function folderOf(url: string): string {
  const folder = folderOfUrl(url);
  if (folder) return folder;
  throw new StartError(
    `A store is given as file:FOLDER, such as file:./data, or as postgres://USER:PASSWORD@HOST:PORT/DATABASE, and not as ${describeUrl(url)}`,
  );
}
