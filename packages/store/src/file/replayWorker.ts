import { parentPort, workerData } from 'node:worker_threads';
import type { ReplayJob } from './ReplayJob.js';
import type { ReplayMessage } from './ReplayMessage.js';
import { replayLog } from './replayLog.js';

/** How often progress is worth a message (ms). */
const PAUSE_MS = 200;

const tell = (message: ReplayMessage) => parentPort?.postMessage(message);
let told = 0;

const report = await replayLog(workerData as ReplayJob, (done, total) => {
  const now = performance.now();
  if (now - told < PAUSE_MS && done < total) return;
  told = now;
  tell({ done, total });
});
tell({ report });
