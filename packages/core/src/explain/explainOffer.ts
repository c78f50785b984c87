import type { Explainable } from './Explainable.js';
import { moneyText } from './moneyText.js';

/** What the customer got off, and by which offer; nothing when there was neither. `to` is what the partner is called. */
export function explainOffer({ discount, receipt }: Explainable, to: string): string {
  const { offer } = receipt;
  const got = discount && `The customer got ${moneyText(discount.minor, discount.currency)} off`;
  if (!offer) return got ? `${got}.` : '';
  const whose = `${to === 'you' ? 'your' : 'the partner’s'} offer of ${offer.percent} %`;
  if (got) return `${got} by ${whose}.`;
  return offer.used
    ? `The coupon stands for ${whose}.`
    : `As far as the shop has said, ${whose} was not used.`;
}
