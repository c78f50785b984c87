import type { Correction } from '../api/Correction.js';
import { formatMoney } from '../lib/formatMoney.js';
import { formatTime } from '../lib/formatTime.js';
import { trustName } from '../lib/trustName.js';

type Props = { corrections: readonly Correction[]; timeZone: string };

/** What better reports of the same order have changed, oldest first. */
export function CorrectionList({ corrections, timeZone }: Props) {
  return (
    <ul class="corrections" aria-label="Corrections">
      {corrections.map(({ at, trust, amount, before }) => (
        <li key={at}>
          {formatTime(at, timeZone)}: reported again as <b>{formatMoney(amount)}</b>, {trustName(trust)}.
          Before: {formatMoney(before.amount)}, {trustName(before.trust)}
          {before.commission && `, commission ${formatMoney(before.commission)}`}.
        </li>
      ))}
    </ul>
  );
}
