import type { Reviewable } from '@reftally/core';
import type { SiteState } from './SiteState.js';

/** All that bears on a review of a conversion; undefined when the site has no such conversion. */
export function reviewableOf(site: SiteState, id: string): Reviewable | undefined {
  const conversion = site.conversions.get(id)?.conversion;
  if (!conversion) return undefined;
  const order = conversion.orderId === undefined ? undefined : site.orders.get(conversion.orderId);
  if (order) return { conversion, order, payableAt: order.payableAt };
  return { conversion, payableAt: payableAtOf(site, id, conversion.partner) ?? conversion.at };
}

/** A signup has nothing but its line. Reviews of these are few and by hand, so an index would cost more than it saves. */
function payableAtOf(site: SiteState, id: string, partner = ''): number | undefined {
  return site.partners.get(partner)?.entries.find(({ conversion }) => conversion === id)?.payableAt;
}
