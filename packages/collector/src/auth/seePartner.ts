import type { Request } from 'express';
import { clientHash } from '../http/clientHash.js';
import type { Services } from '../Services.js';
import type { Principal } from './Principal.js';

/**
 * Remembers for the day from which address and browser (hashed) a partner uses its pages, so that what it buys there is seen to be its own.
 * Never rejects: whoever wants to read their totals gets them all the same.
 */
export async function seePartner(req: Request, { partner }: Principal, services: Services): Promise<void> {
  if (partner === undefined) return;
  const now = services.clock();
  try {
    await services.store.sawPartner(partner, clientHash(req, services, now), now);
  } catch (error) {
    services.log.warn({ err: error, partner }, 'client of a partner not remembered');
  }
}
