import { workerData } from 'node:worker_threads';
import { answerReplay } from '../../file/answerReplay.js';
import type { FactsJob } from './FactsJob.js';
import { replayFacts } from './replayFacts.js';

await answerReplay((onProgress) => replayFacts(workerData as FactsJob, onProgress));
