import { useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import type { Partner } from '../../api/Partner.js';
import type { Payout } from '../../api/Payout.js';
import type { Site } from '../../api/Site.js';
import { useLoad } from '../../hooks/useLoad.js';
import { formatTime } from '../../lib/formatTime.js';
import { LoadError } from '../../ui/LoadError.js';
import { Moneys } from '../../ui/Moneys.js';
import { PAYOUT_STATUS } from '../../ui/PAYOUT_STATUS.js';
import { Waiting } from '../../ui/Waiting.js';
import { PayoutActions } from './PayoutActions.js';
import { PayoutLines } from './PayoutLines.js';
import { UnpaidNote } from './UnpaidNote.js';

type Props = { api: Api; site: Site; id: string; details: ReadonlyMap<string, Partner> };

/** One payout: where it stands, what can be done with it, and each payment. */
export function PayoutDetail({ api, site, id, details }: Props) {
  const load = useLoad(`${site.id} ${id}`, (signal) => api.payout(site.id, id, signal));
  const [changed, setChanged] = useState<Payout>();
  const payout = changed ?? load.data;
  return (
    <section class="card" aria-labelledby="payout">
      <p class="back">
        <a href="#payouts">All payouts</a>
      </p>
      <div class="card-head">
        <h2 id="payout">Payout {id}</h2>
        {payout && (
          <span class={`pill ${PAYOUT_STATUS[payout.status].kind}`}>{PAYOUT_STATUS[payout.status].text}</span>
        )}
      </div>
      {load.error && <LoadError error={load.error} retry={load.reload} />}
      {!payout && !load.error && <Waiting what={`the payout ${id}`} lines={5} />}
      {payout && (
        <>
          <p class="figure small">
            <Moneys amounts={payout.total} />
          </p>
          <p class="hint">{historyText(payout, site.timeZone)}</p>
          {payout.status !== 'paid' && payout.status !== 'cancelled' && (
            <UnpaidNote lines={payout.lines} details={details} />
          )}
          <PayoutActions api={api} site={site} payout={payout} onChanged={setChanged} />
          <PayoutLines lines={payout.lines} details={details} />
        </>
      )}
    </section>
  );
}

function historyText(
  { createdAt, exportedAt, paidAt, cancelledAt, terms }: Payout,
  timeZone: string,
): string {
  const at = (what: string, time: string | undefined) =>
    time ? `${what} ${formatTime(time, timeZone)}. ` : '';
  const least = Object.entries(terms?.threshold ?? {}).map(([currency, sum]) => `${sum} ${currency}`);
  const only = terms?.currency ? `Only ${terms.currency}. ` : '';
  const from = least.length > 0 ? `From ${least.join(', ')} on.` : '';
  return `${at('Made', createdAt)}${at('Exported', exportedAt)}${at('Paid', paidAt)}${at('Cancelled', cancelledAt)}${only}${from}`.trim();
}
