import type { LedgerLine } from '@reftally/core';
import type { Api } from '../api/Api.js';
import type { Commission } from '../api/Commission.js';
import { useLoad } from '../hooks/useLoad.js';
import { Icon } from '../ui/Icon.js';
import { LoadError } from '../ui/LoadError.js';
import { Moneys } from '../ui/Moneys.js';
import { PayoutTable } from '../ui/PayoutTable.js';
import { Waiting } from '../ui/Waiting.js';
import { LedgerTable } from './LedgerTable.js';

const LATEST = 25;
const STAGES = [
  ['held', 'Held'],
  ['payable', 'Payable'],
  ['paid', 'Paid'],
] as const;

type Props = { api: Api; partner: string; today: string; timeZone: string };

async function read(api: Api, today: string, signal: AbortSignal) {
  const [totals, ledger, payouts] = await Promise.all([
    // That totals cannot be read is said above, where they are the matter.
    api.totals({ from: '2000-01-01', to: today, interval: 'total' }, signal).catch(() => undefined),
    api.ledger({ limit: LATEST }, signal),
    api.payouts({}, signal),
  ]);
  return { balance: totals?.totals[0]?.commission, lines: ledger.ledger, payouts: payouts.payouts.reverse() };
}

/** The whole account: balances of all time, the latest lines, payouts, and the statement to keep. */
export function AccountCard({ api, partner, today, timeZone }: Props) {
  const load = useLoad(`${partner} ${today}`, (signal) => read(api, today, signal));
  const { data } = load;
  return (
    <section class="card" aria-labelledby="account">
      <div class="card-head">
        <h2 id="account">Your account</h2>
        <div class="actions">
          <a class="button small" href={`/api/v1/statements/${encodeURIComponent(partner)}`} download>
            <Icon name="download" /> Download statement
          </a>
          <a class="button small" href="/verify">
            Check a statement
          </a>
        </div>
      </div>
      <p class="hint account-note">
        Keep a statement now and then: it is signed, and shows if a line is ever changed or removed.
      </p>
      {load.error && <LoadError error={load.error} retry={load.reload} />}
      {!data && !load.error && <Waiting what="your account" lines={5} />}
      {data && (
        <>
          {data.balance && <Balance balance={data.balance} />}
          {data.payouts.length > 0 && <PayoutTable payouts={data.payouts} timeZone={timeZone} />}
          <LedgerTable lines={data.lines} timeZone={timeZone} />
          <p class="hint">{countText(data.lines)}</p>
        </>
      )}
    </section>
  );
}

function Balance({ balance }: { balance: Commission }) {
  return (
    <dl class="account-balance">
      {STAGES.map(([stage, label]) => (
        <div key={stage}>
          <dt>{label}</dt>
          <dd>
            <Moneys amounts={balance[stage]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines are numbered from 1, and the latest comes first. */
function countText([latest]: readonly LedgerLine[]): string {
  if (!latest) return 'Nothing has been earned yet.';
  return latest.seq > LATEST
    ? `The latest ${LATEST} of ${latest.seq} lines; the statement has them all.`
    : '';
}
