import type { Coupon } from './Coupon.js';

/** Finds the coupon that somebody has typed, whatever its case; `undefined` when there is no such code. */
export function findCoupon(coupons: readonly Coupon[], typed: string): Coupon | undefined {
  return coupons.find(({ code }) => code.toLowerCase() === typed.toLowerCase());
}
