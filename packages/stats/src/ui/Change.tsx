import { changeOf } from '../lib/changeOf.js';
import { formatChange } from '../lib/formatChange.js';
import { formatCount } from '../lib/formatCount.js';

type Props = { now: number; before: number };

/** How a count moved since the period before. */
export function Change({ now, before }: Props) {
  const change = changeOf(now, before);
  if (change === undefined) return <span>{now === 0 ? 'no change' : 'none before'}</span>;
  return (
    <span class={change > 0 ? 'up' : ''}>
      {formatChange(change)}
      <span class="visually-hidden">, {formatCount(before)} in the period before</span>
    </span>
  );
}
