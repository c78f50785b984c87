import type { Forgotten, Touch } from '@reftally/core';

/** Those of a visitor's touches (oldest first) that are still known. */
export function keptTouches(touches: readonly Touch[], forgotten: Forgotten | undefined): readonly Touch[] {
  const first = touches[0];
  if (!forgotten || !first || first.at >= forgotten.touches) return touches;
  return touches.filter(({ at }) => at >= forgotten.touches);
}
