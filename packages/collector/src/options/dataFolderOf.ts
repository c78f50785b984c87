import { fileURLToPath } from 'node:url';

/** The folder of a `file:` store, relative or not; undefined for a store that has none. */
export function dataFolderOf(storeUrl: string): string | undefined {
  if (storeUrl.startsWith('file://')) return fileURLToPath(storeUrl);
  return storeUrl.startsWith('file:') ? storeUrl.slice('file:'.length) : undefined;
}
