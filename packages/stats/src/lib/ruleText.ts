import type { Candidate } from '../api/Candidate.js';
import type { Receipt } from '../api/Receipt.js';

const VIA: Record<Candidate['via'], string> = { coupon: 'coupon', customer: 'known customer', touch: 'link' };

/** The shop's rule at the time of a receipt, in one line. */
export function ruleText({ model, windowDays, precedence, policyVersion }: Receipt): string {
  const order = precedence.map((via) => VIA[via]).join(', then ');
  return `The shop’s rule, version ${policyVersion}: ${order}. Of several links the ${model} one counts, for ${windowDays} days.`;
}
