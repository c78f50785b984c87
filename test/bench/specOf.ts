import { randomBytes } from 'node:crypto';
import type { LoadSpec } from './LoadSpec.js';
import type { Server } from './Server.js';

/** Who sends, and what: events of new visitors and of those whom other loads of this server have sent already. */
type Senders = Partial<Pick<LoadSpec, 'eventsPerRequest' | 'isMixed'>> & {
  connections: number;
  knownVisitors?: number;
};

/** What is sent to a collector; for how long is for the caller to say. */
export function specOf(
  { port, pid, traffic }: Server,
  { connections, eventsPerRequest = 1, isMixed = false, knownVisitors = 0 }: Senders,
): Omit<LoadSpec, 'warmUpMs' | 'measureMs'> {
  return {
    port,
    pid,
    path: '/e',
    contentType: 'text/plain;charset=UTF-8',
    expectStatus: 200,
    expectRows: true,
    eventsPerRequest,
    isMixed,
    connections,
    traffic: { ...traffic, run: randomBytes(4).toString('hex'), knownVisitors },
  };
}
