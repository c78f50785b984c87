import type { Consent } from '../../packages/sdk/src/Consent.js';
import type { Step } from './Step.js';

/** A random visitor: what the shop knows of their consent, the code of the link they follow, and what they do. */
export interface Story {
  readonly choice: Consent;
  readonly code?: 'bob' | 'eve';
  /** How far away the collector is. */
  readonly latencyMs: number;
  readonly steps: readonly Step[];
}
