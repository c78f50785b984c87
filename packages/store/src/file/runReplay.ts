import { Worker } from 'node:worker_threads';
import type { ReplayReport } from '@reftally/core';
import type { ReplayWatch } from '../ReplayWatch.js';
import type { ReplayMessage } from './ReplayMessage.js';

/**
 * Has a history replayed by `program` in a thread of its own, so that events are answered meanwhile. Rejects with the signal's reason when that
 * aborts.
 */
export function runReplay(
  program: URL,
  job: object,
  { onProgress, signal }: ReplayWatch,
): Promise<ReplayReport> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(program, {
      workerData: job,
      execArgv: [],
    });
    const abort = () => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: ReplayMessage) => {
      if ('report' in message) resolve(message.report);
      else onProgress?.(message.done, message.total);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', abort);
      reject(new Error('the replay ended without a report'));
    });
  });
}
