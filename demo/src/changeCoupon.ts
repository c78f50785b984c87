import type { Coupon } from './Coupon.js';
import type { FormProblem } from './FormProblem.js';
import { findCoupon } from './findCoupon.js';
import type { Session } from './Session.js';

/** What has come of what somebody typed into the coupon field. */
export interface CouponChange {
  readonly typed: string;
  /** In words, when the sum to be paid has changed. */
  readonly notice?: string;
  readonly problem?: FormProblem;
}

const unknown: FormProblem = {
  field: 'coupon',
  message: 'No coupon has this code. Check its spelling, or leave the field empty.',
};

/** Takes what was typed as the session's coupon; an empty field takes it off, an unknown code changes nothing. `typed` is no text when the form has no such field. */
export function changeCoupon(session: Session, typed: unknown, coupons: readonly Coupon[]): CouponChange {
  const before = session.coupon;
  if (typeof typed !== 'string') return { typed: before?.code ?? '' };
  const code = typed.trim().slice(0, 64);
  const coupon = findCoupon(coupons, code);
  if (code !== '' && !coupon) return { typed: code, problem: unknown };
  if (coupon === before) return { typed: before?.code ?? '' };
  if (!coupon) {
    delete session.coupon;
    return { typed: '', notice: 'The coupon is taken off. The total is the full price again.' };
  }
  session.coupon = coupon;
  const notice = `${coupon.code} takes ${coupon.percent} % off. The total below is the new one.`;
  return { typed: coupon.code, notice };
}
