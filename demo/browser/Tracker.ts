import type { TrackerAnswer } from './TrackerAnswer.js';

/** What the shop uses of `window.reftally`. */
export interface Tracker {
  track(name: string, props: Record<string, unknown>): Promise<TrackerAnswer>;
  flush(): unknown;
  /** `partner` and `offer` are known once the collector has answered on this page. */
  referral(): { readonly partner?: string | undefined; readonly offer?: Offer | undefined } | null;
}

/** What a referred customer gets off; `coupon` is the code for the checkout, if there is one. */
interface Offer {
  /** Percent, as text. */
  readonly percent: string;
  readonly coupon?: string | undefined;
}
