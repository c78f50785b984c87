import { ready, referral } from '../../index.js';

/** Nothing tells when the collector has answered, with the partner and the offer: one looks again, ever more rarely, after so many ms. */
const LOOKS = [250, 500, 1e3, 2e3, 4e3, 8e3, 16e3];

/**
 * Calls back when the referral may have changed: once Reftally runs, after each change of page, and while the collector's answer may
 * come. Returns what ends that.
 */
export const watchReferral = (changed: () => void): (() => void) => {
  let timers: ReturnType<typeof setTimeout>[] = [];
  let isOver = false;
  const look = () => {
    if (isOver) return;
    changed();
    if (referral()) timers = LOOKS.map((ms) => setTimeout(changed, ms));
  };
  const forget = () => timers.map(clearTimeout);
  // Reftally itself looks at the address first.
  const later = () => {
    forget();
    timers = [setTimeout(look)];
  };
  const { navigation } = window as Window & { navigation?: EventTarget };
  ready(look);
  navigation?.addEventListener('currententrychange', later);
  for (const type of ['popstate', 'pageshow']) window.addEventListener(type, later);
  return () => {
    isOver = true;
    forget();
    navigation?.removeEventListener('currententrychange', later);
    for (const type of ['popstate', 'pageshow']) window.removeEventListener(type, later);
  };
};
