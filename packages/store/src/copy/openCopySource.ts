import { describeUrl } from '../describeUrl.js';
import { folderOfUrl } from '../folderOfUrl.js';
import { isPostgresUrl } from '../isPostgresUrl.js';
import { StartError } from '../StartError.js';
import type { CopySource } from './CopySource.js';
import { openFileSource } from './openFileSource.js';
import { openPostgresSource } from './openPostgresSource.js';

/** Opens the store that a URL names to be copied; `now` in ms is that of its summary. Rejects with a `StartError`. */
export async function openCopySource(url: string, now: number): Promise<CopySource> {
  if (isPostgresUrl(url)) return openPostgresSource(url, now);
  const folder = folderOfUrl(url);
  if (folder) return openFileSource(folder, now);
  throw new StartError(
    `--from: expected file:FOLDER, such as file:./data, or postgres://USER:PASSWORD@HOST:PORT/DATABASE, and not ${describeUrl(url)}`,
  );
}
