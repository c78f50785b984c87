import type { Referral } from './Referral.js';
import { recall } from './recall.js';
import { state } from './state.js';

/** See `Reftally.referral`. While consent is pending it knows the codes of this page only, from memory. */
export const findReferral = (): Referral | null => {
  const [touch] = [...recall(), ...state.arrivals].slice(-1);
  return touch ? { code: touch[0], at: touch[1], partner: state.partner } : null;
};
