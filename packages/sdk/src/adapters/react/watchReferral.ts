import { ready } from '../../index.js';

/**
 * Calls back when the referral may have changed: once Reftally runs, and after each change of page. Returns what ends that.
 */
export const watchReferral = (changed: () => void): (() => void) => {
  let live = true;
  const tell = () => {
    if (live) changed();
  };
  // Reftally itself looks at the address first.
  const later = () => setTimeout(tell);
  const { navigation } = window as Window & { navigation?: EventTarget };
  ready(tell);
  navigation?.addEventListener('currententrychange', later);
  for (const type of ['popstate', 'pageshow']) window.addEventListener(type, later);
  return () => {
    live = false;
    navigation?.removeEventListener('currententrychange', later);
    for (const type of ['popstate', 'pageshow']) window.removeEventListener(type, later);
  };
};
