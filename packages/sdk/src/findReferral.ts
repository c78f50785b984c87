import { parseTouch } from './parseTouch.js';
import type { Referral } from './Referral.js';
import { recall } from './recall.js';
import { state } from './state.js';

/** See `Reftally.referral`. While consent is pending it knows the code of this page only, from memory. */
export const findReferral = (): Referral | undefined => {
  recall();
  const touch = state.arrival || state.touches.slice(-1)[0];
  if (!touch) return undefined;
  const [code, at] = parseTouch(touch);
  return { code, at, partner: state.partner };
};
