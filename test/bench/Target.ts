import type { LoadSpec } from './LoadSpec.js';
import type { Server } from './Server.js';

/** One line of the table: what is started, and what is sent to it. */
export type Target = {
  name: string;
  start(): Promise<Server>;
  request: Pick<
    LoadSpec,
    'path' | 'contentType' | 'expectStatus' | 'expectRows' | 'eventsPerRequest' | 'isMixed'
  >;
};
