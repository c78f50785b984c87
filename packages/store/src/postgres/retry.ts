import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from './isPassing.js';
import { unavailable } from './unavailable.js';

const ATTEMPTS = 7;
const FIRST_PAUSE_MS = 8;

/** Tries what may pass by itself again, up to a second; rejects with an `UnavailableError` when the database is to blame in the end. */
export async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (count >= ATTEMPTS || !isPassing(error)) throw unavailable(error);
      // Random, so that those who stood in each other's way do not meet again.
      await pause(FIRST_PAUSE_MS * 2 ** count * Math.random());
    }
  }
}
