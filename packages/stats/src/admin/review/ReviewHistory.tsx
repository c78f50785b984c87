import type { Verdict } from '../../api/Verdict.js';
import { formatTime } from '../../lib/formatTime.js';
import { REVIEW_NAMES } from '../../lib/REVIEW_NAMES.js';

type Props = { history: readonly Verdict[]; timeZone: string };

/** Who decided what, when and why, oldest first. */
export function ReviewHistory({ history, timeZone }: Props) {
  if (history.length === 0) return null;
  return (
    <ol class="verdicts" aria-label="Decisions so far">
      {history.map(({ id, verdict, by, at, note }) => (
        <li key={id}>
          <b>{verdict === 'held' ? 'Held' : REVIEW_NAMES[verdict]}</b> by {by}, {formatTime(at, timeZone)}
          {note && `: “${note}”`}
        </li>
      ))}
    </ol>
  );
}
