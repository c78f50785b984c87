import { guard } from './guard.js';
import { parseTouch } from './parseTouch.js';
import type { Referral } from './Referral.js';
import { recall } from './recall.js';
import { state } from './state.js';

/** See `Reftally.referral`. While consent is pending it knows the code of this page only, from memory. */
export const findReferral = guard((): Referral | null => {
  recall();
  const [code, at] = parseTouch(state.arrival || state.memory[5] || state.memory[4]);
  return code ? { code, at, partner: state.partner, offer: state.offer } : null;
});
