import { type FileHandle, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseHalfRestored } from '../file/backup/refuseHalfRestored.js';
import { cutLog } from '../file/cutLog.js';
import { explainOpening } from '../file/explainOpening.js';
import { folderPaths } from '../file/folderPaths.js';
import { Log } from '../file/Log.js';
import type { LogPosition } from '../file/LogPosition.js';
import { lockFolder } from '../file/lockFolder.js';
import { makeCheckpoint } from '../file/makeCheckpoint.js';
import { openLogFile } from '../file/openLogFile.js';
import { prepareFolder } from '../file/prepareFolder.js';
import { recover } from '../file/recover.js';
import { StartError } from '../StartError.js';
import type { CopyMark } from './CopyMark.js';
import type { CopyTarget } from './CopyTarget.js';
import { type CopyFile, readCopyFile } from './readCopyFile.js';
import { summaryOfState } from './summaryOfState.js';
import { writeCopyFile } from './writeCopyFile.js';

const SEGMENT_BYTES = 32 * 1024 * 1024;

/** Takes a folder in which nothing was recorded, or in which a copy was begun, to be filled. Rejects with a `StartError`. */
export async function openFileTarget(folder: string): Promise<CopyTarget> {
  let lock: FileHandle | undefined;
  try {
    await refuseHalfRestored(folder);
    await prepareFolder(folder);
    lock = await lockFolder(folder);
    const begun = await readCopyFile(folder);
    if (begun) await forgetRest(folder, begun);
    else await checkEmpty(folder);
    return targetOf(folder, lock, begun);
  } catch (error) {
    await lock?.close();
    throw explainOpening(error, folder);
  }
}

/** Keys that the operator has put there, and what a collector makes before it has anything to keep, are not in the way. */
async function checkEmpty(folder: string): Promise<void> {
  const names = [...(await readdir(folder)), ...(await readdir(folderPaths.log(folder)))];
  const other = names.find((name) => name === 'db.json' || /\.(ndjson|base\.json)$/.test(name));
  if (other !== undefined)
    throw new StartError(`${folder} is not empty (${other}): copy into a new folder, or an empty one`);
}

/** What a run that was killed wrote behind its last mark is written again. */
async function forgetRest(folder: string, { log, finished }: CopyFile): Promise<void> {
  if (finished) return;
  for (const name of await readdir(folderPaths.log(folder)))
    if (Number.parseInt(name, 10) > log.segment) await rm(join(folderPaths.log(folder), name));
  await cutLog(folder, log);
  await rm(folderPaths.state(folder), { force: true });
}

function targetOf(folder: string, lock: FileHandle, begun: CopyFile | undefined): CopyTarget {
  const position: LogPosition = begun?.log ?? { segment: 1, bytes: 0 };
  const log = new Log({ folder, segmentBytes: SEGMENT_BYTES, openLogFile, onSealed: () => {} }, position);
  const keep = (mark: CopyMark) =>
    writeCopyFile(folder, { ...mark, place: [...mark.place], log: log.position });
  return {
    name: `file:${folder}`,
    mark: begun,
    begin: keep,
    async add(facts, mark) {
      await log.append(Buffer.from(facts.map(({ body }) => `${body}\n`).join('')));
      await keep(mark);
    },
    async summary(now) {
      await makeCheckpoint(folder, log.position.segment - 1); // For a quick first start.
      return summaryOfState((await recover(folder, SEGMENT_BYTES, () => {})).state, now);
    },
    finish: keep,
    async close() {
      await log.close();
      await lock.close();
    },
  };
}
