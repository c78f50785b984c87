import { useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import { allPages } from '../../api/allPages.js';
import type { Partner } from '../../api/Partner.js';
import type { Payout } from '../../api/Payout.js';
import type { Site } from '../../api/Site.js';
import { useLoad } from '../../hooks/useLoad.js';
import { LoadError } from '../../ui/LoadError.js';
import { PayoutTable } from '../../ui/PayoutTable.js';
import { Waiting } from '../../ui/Waiting.js';
import { AccountsCard } from './AccountsCard.js';
import { NewPayout } from './NewPayout.js';
import { OwedCard } from './OwedCard.js';

type Props = {
  api: Api;
  site: Site;
  today: string;
  details: ReadonlyMap<string, Partner>;
  onChanged: (partner: Partner) => void;
};

async function read(api: Api, site: string, today: string, signal: AbortSignal) {
  const payouts: Payout[] = [];
  const [totals] = await Promise.all([
    api.totals({ site, from: '2000-01-01', to: today, interval: 'total' }, signal),
    allPages(
      async (cursor) => {
        const { payouts: items, nextCursor } = await api.payouts(
          { site, ...(cursor ? { cursor } : {}) },
          signal,
        );
        return nextCursor ? { items, nextCursor } : { items };
      },
      (items) => payouts.push(...items),
    ),
  ]);
  return { rows: totals.totals, payouts: payouts.reverse() };
}

/** All accounts as they stand, and all payouts, newest first. */
export function PayoutsHome({ api, site, today, details, onChanged }: Props) {
  const load = useLoad(`${site.id} ${today}`, (signal) => read(api, site.id, today, signal));
  const [making, setMaking] = useState(false);
  if (load.error) return <LoadError error={load.error} retry={load.reload} />;
  if (!load.data) {
    return (
      <div class="card">
        <Waiting what="accounts and payouts" lines={7} />
      </div>
    );
  }
  const { rows, payouts } = load.data;
  return (
    <div class="stack">
      <OwedCard rows={rows} onMake={() => setMaking(true)} />
      <section class="card" aria-labelledby="payout-list">
        <div class="card-head">
          <h2 id="payout-list">Payouts</h2>
        </div>
        {payouts.length === 0 ? (
          <div class="empty">
            <p>
              <strong>No payout yet.</strong> Make one when something is payable: you see first what it would
              pay.
            </p>
          </div>
        ) : (
          <PayoutTable payouts={payouts} timeZone={site.timeZone} linked />
        )}
      </section>
      <AccountsCard api={api} site={site} rows={rows} details={details} onChanged={onChanged} />
      {making && (
        <NewPayout api={api} site={site} today={today} details={details} onClose={() => setMaking(false)} />
      )}
    </div>
  );
}
