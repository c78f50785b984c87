import type { Conversion } from '../Conversion.js';
import type { Reason } from '../Reason.js';
import type { Outranked } from '../Receipt.js';

/** A conversion as somebody sees it; a partner who lost it has the reason of its own candidate. */
export type Explainable = Pick<
  Conversion,
  'type' | 'at' | 'trust' | 'status' | 'receipt' | 'commission' | 'discount' | 'flags' | 'reviews'
> & {
  reason?: Reason | Outranked | undefined;
};
