import type { PayMethod } from './PayMethod.js';

/** Who refers and earns, as `GET /api/v1/partners` lists it; `link` carries the code. Times are ISO 8601 UTC. */
export type Partner = {
  id: string;
  site: string;
  name: string;
  email?: string;
  code: string;
  link: string;
  status: 'active' | 'paused';
  createdAt: string;
  /** Absent: not known yet, or not the reader's to see. */
  payout?: PayMethod;
  /** What is probably not meant in its own rules; a partner does not see it. */
  warnings?: string[];
};
