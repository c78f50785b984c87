import type { TrackedEvent } from '@reftally/core';

/** Whether the id of a visit may be forgotten: one that its sender could send again as if it were of today has to stay known. */
export function canLeave({ type, trust, dated }: TrackedEvent): boolean {
  return trust === 'browser' || dated === true || type === 'click';
}
