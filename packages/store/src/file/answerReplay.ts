import { parentPort } from 'node:worker_threads';
import type { ReplayReport } from '@reftally/core';
import type { ReplayMessage } from './ReplayMessage.js';

/** How often progress is worth a message (ms). */
const PAUSE_MS = 200;

type OnProgress = (done: number, total: number) => void;

/** In the thread of a replay: tells how far it is, and what it has come to. */
export async function answerReplay(replay: (onProgress: OnProgress) => Promise<ReplayReport>): Promise<void> {
  const tell = (message: ReplayMessage) => parentPort?.postMessage(message);
  let told = 0;
  const report = await replay((done, total) => {
    const now = performance.now();
    if (now - told < PAUSE_MS && done < total) return;
    told = now;
    tell({ done, total });
  });
  tell({ report });
}
