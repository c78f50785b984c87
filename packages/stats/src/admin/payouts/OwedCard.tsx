import { useMemo } from 'preact/hooks';
import type { TotalsRow } from '../../api/TotalsRow.js';
import { sumTotals } from '../../lib/sumTotals.js';
import { Icon } from '../../ui/Icon.js';
import { Moneys } from '../../ui/Moneys.js';

const STAGES = [
  ['held', 'Held', 'waits for the return period, or for a review'],
  ['payable', 'Payable', 'the next payout takes it'],
  ['paid', 'Paid', 'in payouts so far'],
] as const;

type Props = { rows: readonly TotalsRow[]; onMake: () => void };

/** All accounts together, as they stand now, and the way to pay them. */
export function OwedCard({ rows, onMake }: Props) {
  const { commission } = useMemo(() => sumTotals(rows), [rows]);
  return (
    <section class="card" aria-labelledby="owed">
      <div class="card-head">
        <h2 id="owed">All accounts together</h2>
        <button type="button" class="button strong" onClick={onMake}>
          <Icon name="plus" /> Make a payout
        </button>
      </div>
      <dl class="earnings">
        {STAGES.map(([stage, label, meaning]) => (
          <div key={stage} class={`stage ${stage}`}>
            <dt>{label}</dt>
            <dd class="figure">
              <Moneys amounts={commission[stage]} />
            </dd>
            <dd class="note">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
