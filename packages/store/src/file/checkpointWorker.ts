import { workerData } from 'node:worker_threads';
import { compactLog } from './compactLog.js';
import { makeCheckpoint } from './makeCheckpoint.js';
import type { Retention } from './Retention.js';
import { yieldToMain } from './yieldToMain.js';

/** What a worker thread that makes one checkpoint is started with. */
export type CheckpointJob = { folder: string; upTo: number; retention?: Retention };

yieldToMain();
const { folder, upTo, retention }: CheckpointJob = workerData;
await makeCheckpoint(folder, upTo, retention);
if (retention) await compactLog(folder, upTo, retention);
