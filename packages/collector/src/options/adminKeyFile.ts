import { join } from 'node:path';

/** Where the operator's key is kept when it was made on the first start; readable by the collector's user only. */
export function adminKeyFile(dataFolder: string): string {
  return join(dataFolder, 'admin-key');
}
