import type { TrackerAnswer } from './TrackerAnswer.js';

/** Says in one sentence what the tracker's answer means; `undefined` is a tracker that did not load. */
export function describeAnswer(answer: TrackerAnswer | undefined): string {
  if (!answer) return 'The tracker did not load. The shop works without it, but nothing was counted.';
  switch (answer.status) {
    case 'accepted':
      return answer.partner
        ? 'Counted, and credited to the partner who sent you.'
        : 'Counted as a direct sale: no partner sent you.';
    case 'duplicate':
      return 'Counted before. Reload as often as you like: it stays one.';
    case 'refused':
      return 'Kept, but credited to nobody.';
    case 'queued':
      return 'No answer yet. It is kept in this browser and sent again later.';
    default:
      return 'The tracker could not use this event.';
  }
}
