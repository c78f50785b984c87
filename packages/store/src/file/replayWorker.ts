import { workerData } from 'node:worker_threads';
import { answerReplay } from './answerReplay.js';
import type { ReplayJob } from './ReplayJob.js';
import { replayLog } from './replayLog.js';

await answerReplay((onProgress) => replayLog(workerData as ReplayJob, onProgress));
