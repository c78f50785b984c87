import { fileURLToPath } from 'node:url';

/** Options of a collector whose checkpoints come every hundred events, so that a kill hits amid them too. */
export const SMALL_SEGMENTS = {
  nodeArgs: ['--import', fileURLToPath(new URL('./smallSegments.mjs', import.meta.url))],
};
