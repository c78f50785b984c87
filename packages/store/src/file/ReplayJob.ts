import type { ReplayQuery } from '../ReplayQuery.js';
import type { LogPosition } from './LogPosition.js';

/** A replay of a folder's log up to where it is durable. */
export type ReplayJob = { folder: string; upTo: LogPosition; query: ReplayQuery; retentionDays?: number };
