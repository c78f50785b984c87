import type { Consent } from './Consent.js';
import type { EventProps } from './EventProps.js';
import type { Referral } from './Referral.js';
import type { TrackResult } from './TrackResult.js';

/** What a page can call, as `window.reftally` or by importing. Nothing here throws, and no promise rejects. */
export interface Reftally {
  /**
   * Reports an event. Resolves with the collector's answer, or with `queued` after 5 s or when the page is hidden,
   * whichever comes first; the event is delivered later all the same.
   */
  track<N extends string>(name: N, ...props: EventProps<N>): Promise<TrackResult>;
  /** Who sent this visitor, by the latest touch; null when nobody did. */
  referral(): Referral | null;
  /** Says what the visitor agreed to. An opt-out wins over it. */
  consent(choice: Consent): void;
  /** Forgets this visitor, for good; `optOut(false)` takes it back. */
  optOut(out?: boolean): void;
  /** Adds the code to an address on another domain. Without a code the address comes back as it was. */
  decorate(url: string): string;
  /** Sends what waits now; resolves when that request is settled. */
  flush(): Promise<void>;
  /** Calls back once the script runs. */
  ready(callback: (reftally: Reftally) => void): void;
}

declare global {
  interface Window {
    reftally?: Reftally;
  }
}
