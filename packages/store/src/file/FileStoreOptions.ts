import type { OpenLogFile } from './LogFile.js';

/** How to open a store in a folder. All but the first two have defaults that fit production. */
export type FileStoreOptions = {
  /** Made if it does not exist. */
  folder: string;
  /** Told what an operator should know, one sentence each. */
  warn: (message: string) => void;
  /** The size (bytes) from which on the log goes on in a new segment; 32 MiB. */
  segmentBytes?: number;
  /** A checkpoint is made after this many bytes of sealed segments, and never fewer than half of what db.json has; 32 MiB. */
  checkpointBytes?: number;
  /** After how many days raw visits, their ids and expired touches are forgotten; 0: never. */
  retentionDays?: number;
  /** The first and the longest pause (ms) between attempts to write again after a failure; [200, 10,000]. */
  retryMs?: readonly [first: number, longest: number];
  /** Opens the files of the log. */
  openLogFile?: OpenLogFile;
};
