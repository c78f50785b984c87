import type { Touch } from '../Touch.js';
import { AD_CLICK_IDS } from './AD_CLICK_IDS.js';
import type { FraudPolicy } from './FraudPolicy.js';
import type { SignalAction } from './SignalAction.js';

/** The winning visit was a click on an ad, by its landing page's address: what follows, and the facts in plain words. */
export function adClick(
  touch: Pick<Touch, 'ad'> | undefined,
  { adClicks = {} }: FraudPolicy,
): { action: SignalAction; note: string } | undefined {
  const name = touch?.ad;
  if (name === undefined) return undefined;
  const isSearch = Object.hasOwn(AD_CLICK_IDS, name) && AD_CLICK_IDS[name] === 'search';
  const { search = 'hold', other = 'off' } = adClicks;
  return isSearch
    ? { action: search, note: `the link was followed from an ad in a search: its address had ${name}` }
    : { action: other, note: `the address of the link had ${name}, as ads and some other links do` };
}
