import { TRUST_LEVELS, type Trust } from './Trust.js';

/** Whether `trust` is at least as strong as `needed`. */
export function isTrustedAs(trust: Trust, needed: Trust): boolean {
  return TRUST_LEVELS.indexOf(trust) >= TRUST_LEVELS.indexOf(needed);
}
