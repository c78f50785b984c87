import type { Commission } from '../api/Commission.js';
import { currenciesOf } from '../lib/currenciesOf.js';
import { minorIn } from '../lib/minorIn.js';
import { Moneys } from '../ui/Moneys.js';

const STAGES = [
  ['held', 'Held', 'waits until the shop’s return period is over, or for a review'],
  ['payable', 'Payable', 'comes with the next payout'],
  ['paid', 'Paid', 'in a payout, see your account below'],
] as const;

type Props = { commission: Commission; currencies: readonly string[] };

/** The commission on its way from held to paid, a line for each currency. */
export function Earnings({ commission, currencies }: Props) {
  const { held, payable, paid } = commission;
  const used = currenciesOf([], [held, payable, paid]);
  const shown = used.length > 0 ? used : currencies.slice(0, 1);
  return (
    <section class="card" aria-labelledby="earnings">
      <div class="card-head">
        <h2 id="earnings">Commission earned in these days</h2>
      </div>
      <dl class="earnings">
        {STAGES.map(([stage, label, meaning]) => (
          <div key={stage} class={`stage ${stage}`}>
            <dt>{label}</dt>
            <dd class="figure">
              <Moneys
                amounts={shown.map((currency) => ({ currency, minor: minorIn(commission[stage], currency) }))}
              />
            </dd>
            <dd class="note">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
