import { workerData } from 'node:worker_threads';
import { makeCheckpoint } from './makeCheckpoint.js';
import { yieldToMain } from './yieldToMain.js';

/** What a worker thread that makes one checkpoint is started with. */
export type CheckpointJob = { folder: string; upTo: number };

yieldToMain();
const { folder, upTo }: CheckpointJob = workerData;
await makeCheckpoint(folder, upTo);
