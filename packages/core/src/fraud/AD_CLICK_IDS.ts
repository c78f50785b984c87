/**
 * Names of the parameters by which ad networks tell clicks apart in addresses. `search`: only a click on an ad that answers a search (or
 * one bought with it) adds it. `other`: networks that put one on links that nobody has paid for, too.
 */
export const AD_CLICK_IDS: Readonly<Record<string, 'search' | 'other'>> = {
  gclid: 'search',
  gbraid: 'search',
  wbraid: 'search',
  dclid: 'search',
  msclkid: 'search',
  yclid: 'search',
  fbclid: 'other',
  igshid: 'other',
  ttclid: 'other',
  twclid: 'other',
};
