import { useMemo, useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import type { Partner } from '../../api/Partner.js';
import type { Site } from '../../api/Site.js';
import type { TotalsRow } from '../../api/TotalsRow.js';
import { openAccounts } from '../../lib/openAccounts.js';
import { Pager } from '../Pager.js';
import { AccountsTable } from './AccountsTable.js';
import { PayByDialog } from './PayByDialog.js';

const A_PAGE = 25;
type Props = {
  api: Api;
  site: Site;
  rows: readonly TotalsRow[];
  details: ReadonlyMap<string, Partner>;
  onChanged: (partner: Partner) => void;
};

/** The accounts with something in them, and how their partners are paid. */
export function AccountsCard({ api, site, rows, details, onChanged }: Props) {
  const open = useMemo(() => openAccounts(rows, site.currencies[0] ?? ''), [rows, site]);
  const [page, setPage] = useState(0);
  const [paidBy, setPaidBy] = useState<string>();
  const chosen = details.get(paidBy ?? '');
  return (
    <section class="card" aria-labelledby="accounts">
      <div class="card-head">
        <h2 id="accounts">Accounts</h2>
        <p class="hint">What is held or payable, as it stands now</p>
      </div>
      {open.length === 0 ? (
        <div class="empty">
          <p>
            <strong>Nothing is held or payable.</strong> What partners earn shows up here at once.
          </p>
        </div>
      ) : (
        <AccountsTable
          rows={open.slice(page * A_PAGE, (page + 1) * A_PAGE)}
          details={details}
          onPayBy={setPaidBy}
        />
      )}
      <Pager page={page} size={A_PAGE} count={open.length} onPage={setPage} />
      {chosen && (
        <PayByDialog api={api} partner={chosen} onChanged={onChanged} onClose={() => setPaidBy(undefined)} />
      )}
    </section>
  );
}
