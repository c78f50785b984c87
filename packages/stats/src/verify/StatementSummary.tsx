import type { Statement } from '@reftally/core';
import { formatTime } from '../lib/formatTime.js';
import { Moneys } from '../ui/Moneys.js';

const STAGES = [
  ['held', 'Held'],
  ['payable', 'Payable'],
  ['paid', 'Paid'],
] as const;

/** Whose account it is, its balances at the time of the statement, and the key to compare. */
export function StatementSummary({ statement: { head, balance, key } }: { statement: Statement }) {
  return (
    <section class="card" aria-labelledby="balance">
      <div class="card-head">
        <h2 id="balance">The account at {formatTime(head.at, 'UTC')} UTC</h2>
        <p class="hint">
          Partner <span class="mono">{head.partner}</span> of {head.site}
        </p>
      </div>
      <dl class="earnings">
        {STAGES.map(([stage, label]) => (
          <div key={stage} class={`stage ${stage}`}>
            <dt>{label}</dt>
            <dd class="figure">
              <Moneys amounts={balance[stage]} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint key-note">
        Signed by the key <b class="mono">{key.publicKey}</b>. Anybody can make a key, so compare it with the
        one that the shop shows at <a href="/api/v1/statements/key">/api/v1/statements/key</a>, or with an
        older statement of yours.
      </p>
    </section>
  );
}
