import type { Api } from '../../api/Api.js';
import type { Payout } from '../../api/Payout.js';
import type { Site } from '../../api/Site.js';
import { announce } from '../../ui/announce.js';
import { Confirm } from '../../ui/Confirm.js';
import { ExportPayout } from './ExportPayout.js';

type Props = { api: Api; site: Site; payout: Payout; onChanged: (payout: Payout) => void };

/** What can be done with a payout as it stands. */
export function PayoutActions({ api, site, payout, onChanged }: Props) {
  const { id, status } = payout;
  const become = async (change: 'paid' | 'cancel', said: string) => {
    onChanged(await api.changePayout(site.id, id, change));
    announce(said);
  };
  if (status === 'cancelled') return <p>Its balances went back to the accounts and are payable again.</p>;
  return (
    <div class="payout-actions">
      <ExportPayout api={api} site={site} payout={payout} onChanged={onChanged} />
      {status !== 'paid' && (
        <div class="payout-steps">
          <Confirm
            label="Mark as paid"
            question="Has all of this money been sent? This cannot be taken back."
            yes="Yes, it is paid"
            kind="strong"
            onYes={() => become('paid', `The payout ${id} is paid.`)}
          />
          {status === 'open' && (
            <Confirm
              label="Cancel this payout"
              question="Cancel it? Each balance goes back to its account."
              yes="Yes, cancel it"
              kind="danger"
              onYes={() => become('cancel', `The payout ${id} is cancelled.`)}
            />
          )}
        </div>
      )}
    </div>
  );
}
