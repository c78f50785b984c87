import type { Partner } from '@reftally/core';

/** A change of what a partner's customers get off; null takes it back to what the site offers. */
export type OfferChange = { discount?: string | null | undefined; coupon?: string | null | undefined };

/** A partner with a changed offer; what is not named stays. */
export function withOffer(partner: Partner, change: OfferChange): Partner {
  const after: Partner = { ...partner };
  for (const name of ['discount', 'coupon'] as const) {
    const value = change[name];
    if (value === null) delete after[name];
    else if (value !== undefined) after[name] = value;
  }
  return after;
}
