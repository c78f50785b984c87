import type { Patient } from './Patient.js';
import { type Reached, reach } from './reach.js';
import type { World } from './World.js';

/**
 * Sends an event as the script would, but one without an id or a name: the collector checks all that it checks of a request, calls the
 * event invalid and keeps nothing of it, so that no number changes.
 */
export function probe(
  { endpoint, publicKey }: Pick<Patient, 'endpoint' | 'publicKey'>,
  world: World,
  headers: Readonly<Record<string, string>>,
): Promise<Reached> {
  const body = JSON.stringify({ v: 1, k: publicKey, s: 0, e: [{}] });
  return reach(world, endpoint, { method: 'POST', body, headers, redirect: 'manual' });
}
