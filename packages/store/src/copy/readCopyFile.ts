import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { folderPaths } from '../file/folderPaths.js';
import { StartError } from '../StartError.js';

const schema = z.object({
  source: z.string(),
  place: z.array(z.number()),
  facts: z.number(),
  events: z.number(),
  finished: z.boolean(),
  log: z.object({ segment: z.number(), bytes: z.number() }),
});

/** How far a copy into a folder is: the mark, and up to where its log belongs to it. */
export type CopyFile = z.infer<typeof schema>;

/** Reads it; undefined when no copy was ever made there. Rejects with a `StartError` when it is damaged. */
export async function readCopyFile(folder: string): Promise<CopyFile | undefined> {
  const path = folderPaths.copying(folder);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new StartError(`${path} is damaged: copy into a new folder`, { cause });
  }
}
