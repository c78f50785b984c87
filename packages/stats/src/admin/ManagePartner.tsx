import type { Api } from '../api/Api.js';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import type { TotalsRow } from '../api/TotalsRow.js';
import { formatDay } from '../lib/formatDay.js';
import { linkOf } from '../lib/linkOf.js';
import { todayIn } from '../lib/todayIn.js';
import { CopyField } from '../ui/CopyField.js';
import { Dialog } from '../ui/Dialog.js';
import { AccessLink } from './AccessLink.js';
import { PauseSwitch } from './PauseSwitch.js';

type Props = {
  api: Api;
  site: Site;
  row: TotalsRow;
  details: Partner | undefined;
  onChanged: (partner: Partner) => void;
  onConversions: (partner: Pick<Partner, 'id' | 'name'>) => void;
  onClose: () => void;
};

/** All that can be done for one partner. */
export function ManagePartner({ api, site, row, details, onChanged, onConversions, onClose }: Props) {
  return (
    <Dialog title={row.name} onClose={onClose}>
      <p class="facts">
        <span class={details?.status === 'paused' ? 'pill warn' : 'pill good'}>
          {details?.status === 'paused' ? 'Paused' : 'Active'}
        </span>
        <span class="mono">{row.code}</span>
        {details?.email && <span>{details.email}</span>}
        {details && <span>since {formatDay(todayIn(site.timeZone, Date.parse(details.createdAt)))}</span>}
      </p>
      <CopyField label="Referral link" value={linkOf(row.code, details, site)} what="referral link" />
      <AccessLink api={api} row={row} timeZone={site.timeZone} />
      <div class="dialog-part">
        <h3>Signups and purchases</h3>
        <button
          type="button"
          class="button"
          onClick={() => onConversions({ id: row.partner, name: row.name })}
        >
          Show those of {row.name}
        </button>
      </div>
      {details && <PauseSwitch api={api} partner={details} onChanged={onChanged} />}
    </Dialog>
  );
}
