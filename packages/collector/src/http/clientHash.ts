import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Services } from '../Services.js';
import { clientIp } from './clientIp.js';

const DAY_MS = 86_400_000;

/**
 * Stands for a client without saying who it is: salted SHA-256 of the UTC day, address and browser, 32 hex digits. It changes every
 * day, so it links nobody's days, and without the salt no address can be tried out against it.
 */
export function clientHash(
  req: IncomingMessage,
  { clientSalt, trustProxy }: Pick<Services, 'clientSalt' | 'trustProxy'>,
  now: number,
): string {
  const day = Math.floor(now / DAY_MS);
  const browser = req.headers['user-agent'] ?? '';
  return hash('sha256', `${clientSalt}\n${day}\n${clientIp(req, trustProxy)}\n${browser}`, 'hex').slice(
    0,
    32,
  );
}
