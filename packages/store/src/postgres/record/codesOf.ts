import { codeKey, type TrackedEvent } from '@reftally/core';
import type { SiteState } from '../../file/SiteState.js';

/** The codes that may tie an event to a partner, by `codeKey`: its own, and those that are known of its visitor. */
export function codesOf(event: TrackedEvent, { visitors }: SiteState): string[] {
  const stored = event.visitor === undefined ? [] : (visitors.get(event.visitor) ?? []);
  const codes = [...event.touches, ...stored].map(({ code }) => code);
  if (event.type === 'click') codes.push(event.code);
  if ('coupon' in event && event.coupon !== undefined) codes.push(event.coupon);
  return codes.map(codeKey);
}
