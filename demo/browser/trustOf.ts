import type { TrackerAnswer } from './TrackerAnswer.js';

/**
 * How far the collector believes the amount that it has taken from this page. It takes no purchase whose signature is
 * wrong, so what it has taken with one is as good as signed.
 */
export function trustOf(
  name: string,
  props: Readonly<Record<string, unknown>>,
  { status }: TrackerAnswer,
): { readonly trust?: 'signed' | 'browser' } {
  if (name !== 'purchase' || !['accepted', 'duplicate', 'refused'].includes(status)) return {};
  return { trust: props.signature === undefined ? 'browser' : 'signed' };
}
