import type { Candidate } from '../Receipt.js';
import type { Standing } from '../Standing.js';
import { ageText } from './ageText.js';
import type { Explainable } from './Explainable.js';
import { reasonText } from './reasonText.js';

/** Who was credited and why, or why nobody was; `to` is what the partner is called. */
export function explainCredit(conversion: Explainable, to: string): string {
  const { status, reason, receipt, type } = conversion;
  const won = receipt.candidates.find(({ verdict }) => verdict === 'won');
  if (status === 'credited')
    return `Credited to ${to}${won ? `: ${wonBecause(won, conversion, to)}` : ''}.${newText(conversion)}`;
  if (status === 'direct')
    return `Nobody is credited: no link, coupon or known customer came with this ${type}.`;
  const why = reason === 'existing-customer' ? knownText(conversion) : reason && reasonText(reason);
  return ['Not credited.', ...(why ? [why] : []), ...windowText(conversion)].join(' ');
}

const KNOWN: Partial<Record<Standing, string>> = {
  imported: 'The customer is on the shop’s list of those whom it had before.',
  ordered: 'The shop pays for new customers only, and this one had ordered before.',
  taken: 'The shop pays for new customers only, and this one had signed up through another partner.',
};

function knownText({ receipt }: Explainable): string {
  return (receipt.customer && KNOWN[receipt.customer]) ?? reasonText('existing-customer');
}

function newText({ receipt, type }: Explainable): string {
  return receipt.customer === 'unknown'
    ? ` The shop pays for new customers only; this ${type} named no customer, so it counts as a new one’s.`
    : '';
}

function wonBecause({ via, code, at }: Candidate, conversion: Explainable, to: string): string {
  const whose = to === 'you' ? 'your' : 'their';
  const { model, candidates } = conversion.receipt;
  const ago = ageText(conversion.at - at);
  if (via === 'coupon') return `${whose} coupon ${code} was used`;
  if (via === 'customer') return `this customer signed up through ${whose} link ${ago} before`;
  const links = candidates.filter((candidate) => candidate.via === 'touch').length;
  const which = links > 1 ? `; of ${links} links the ${model} one that counts wins` : '';
  return `${whose} link was followed ${ago} before${which}`;
}

function windowText({ reason, receipt }: Explainable): string[] {
  if (reason !== 'expired') return [];
  return [`It counts for ${receipt.windowDays} day${receipt.windowDays === 1 ? '' : 's'}.`];
}
