import { ready } from '../../index.js';

/**
 * Calls back when the referral may have changed: once Reftally runs, and after each change of page. Returns what ends the
 * latter; React itself takes no notice of a call that comes too late.
 */
export const watchReferral = (changed: () => void): (() => void) => {
  // Reftally itself looks at the address first.
  const later = () => setTimeout(changed);
  const { navigation } = window as Window & { navigation?: EventTarget };
  ready(changed);
  navigation?.addEventListener('currententrychange', later);
  for (const type of ['popstate', 'pageshow']) window.addEventListener(type, later);
  return () => {
    navigation?.removeEventListener('currententrychange', later);
    for (const type of ['popstate', 'pageshow']) window.removeEventListener(type, later);
  };
};
