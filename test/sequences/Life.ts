import type { Consent } from '../../packages/sdk/src/Consent.js';

/** What a page of the shop knows of itself: from its load until it is gone, in the back/forward cache too. */
export interface Life {
  /** Random; a page that is loaded again is another. */
  readonly id: string;
  /** How often it was shown, and how often its history has moved while it was. */
  shows: number;
  moves: number;
  /** What the script was told last of the visitor's consent. */
  told: Consent;
  /** Of a page that opens under a no: it has been idle, and so has forgotten what there was. */
  isIdle: boolean;
}

declare global {
  interface Window {
    life?: Life;
  }
}
