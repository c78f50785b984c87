import type { TrafficSpec } from './LoadSpec.js';

/** A server under measurement, in a process of its own. */
export type Server = {
  port: number;
  pid: number;
  traffic: Pick<TrafficSpec, 'siteKey' | 'codes' | 'withLines'>;
  stop(): Promise<void>;
};
