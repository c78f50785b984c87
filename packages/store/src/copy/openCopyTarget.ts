import { describeUrl } from '../describeUrl.js';
import { folderOfUrl } from '../folderOfUrl.js';
import { isPostgresUrl } from '../isPostgresUrl.js';
import { StartError } from '../StartError.js';
import type { CopyTarget } from './CopyTarget.js';
import { openFileTarget } from './openFileTarget.js';
import { openPostgresTarget } from './openPostgresTarget.js';

/** Opens the store that a URL names to be filled. Rejects with a `StartError`. */
export async function openCopyTarget(url: string): Promise<CopyTarget> {
  if (isPostgresUrl(url)) return openPostgresTarget(url);
  const folder = folderOfUrl(url);
  if (folder) return openFileTarget(folder);
  throw new StartError(
    `--to: expected file:FOLDER, such as file:./data, or postgres://USER:PASSWORD@HOST:PORT/DATABASE, and not ${describeUrl(url)}`,
  );
}
