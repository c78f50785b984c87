import { fileURLToPath } from 'node:url';
import { FileStore } from './file/FileStore.js';
import { PostgresStore } from './postgres/PostgresStore.js';
import { StartError } from './StartError.js';
import type { Store } from './Store.js';

/** How to open a store. */
export type StoreOptions = {
  /** `file:./data`, or `postgres://USER:PASSWORD@HOST:PORT/DATABASE` */
  url: string;
  /** Told what an operator should know: a torn tail that was cut off, a checkpoint that failed. */
  warn: (message: string) => void;
};

export type OpenStore = (options: StoreOptions) => Promise<Store>;

/** Opens the store that a URL names: `file:` and a folder, relative or absolute, or a PostgreSQL database. Rejects with a `StartError`. */
export const openStore: OpenStore = async ({ url, warn }) =>
  /^postgres(ql)?:/i.test(url)
    ? PostgresStore.open({ url, warn })
    : FileStore.open({ folder: folderOf(url), warn });

/** `file:./data` is relative, as people write it; `file:///srv/my%20data` is a URL in full. */
function folderOf(url: string): string {
  const folder = url.startsWith('file://') ? fullUrl(url) : /^file:(.+)$/s.exec(url)?.[1];
  if (folder) return folder;
  throw new StartError(
    `A store is given as file:FOLDER, such as file:./data, or as postgres://USER:PASSWORD@HOST:PORT/DATABASE, and not as ${shown(url)}`,
  );
}

function fullUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

/** The scheme only: what follows may hold a password. */
function shown(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0];
  return scheme ? `${scheme}…` : JSON.stringify(url);
}
