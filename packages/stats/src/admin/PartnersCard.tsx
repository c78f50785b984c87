import { useMemo, useState } from 'preact/hooks';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import type { TotalsRow } from '../api/TotalsRow.js';
import { csvUrl } from '../lib/csvUrl.js';
import { currenciesOf } from '../lib/currenciesOf.js';
import { filterPartners } from '../lib/filterPartners.js';
import { plural } from '../lib/plural.js';
import type { Range } from '../lib/Range.js';
import type { SortKey } from '../lib/SortKey.js';
import { sortPartners } from '../lib/sortPartners.js';
import { Icon } from '../ui/Icon.js';
import { Pager } from './Pager.js';
import { PartnersTable } from './PartnersTable.js';
import { PartnersTools } from './PartnersTools.js';

const A_PAGE = 50;

type Props = {
  site: Site;
  rows: readonly TotalsRow[];
  details: ReadonlyMap<string, Partner>;
  range: Range;
  onAdd: () => void;
  onManage: (partner: string) => void;
};

/** The list of partners: search, sort, pages of fifty so that ten thousand cost no more than fifty. */
export function PartnersCard({ site, rows, details, range, onAdd, onManage }: Props) {
  const currencies = useMemo(
    () =>
      currenciesOf(
        site.currencies,
        rows.flatMap((row) => [row.revenue, row.commission.payable]),
      ),
    [site, rows],
  );
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState(currencies[0] ?? 'USD');
  const [sort, setSort] = useState<{ key: SortKey; descending: boolean }>({
    key: 'purchases',
    descending: true,
  });
  const [page, setPage] = useState(0);
  const sorted = useMemo(
    () => sortPartners(rows, sort.key, sort.descending, currency),
    [rows, sort, currency],
  );
  const found = filterPartners(sorted, details, typed);
  const last = Math.max(0, Math.ceil(found.length / A_PAGE) - 1);
  const shown = Math.min(page, last);
  const sortBy = (key: SortKey, descending = key !== 'name') => {
    setSort({ key, descending: key === sort.key ? !sort.descending : descending });
    setPage(0);
  };
  return (
    <section class="card" aria-labelledby="partners">
      <div class="card-head">
        <h2 id="partners">Partners</h2>
        <div class="actions">
          <a
            class="button"
            href={csvUrl(range, 'total', site.id)}
            download={`partners-${range.from}-${range.to}.csv`}
          >
            <Icon name="download" /> CSV
          </a>
          <button type="button" class="button strong" onClick={onAdd}>
            <Icon name="plus" /> Add a partner
          </button>
        </div>
      </div>
      {rows.length === 0 ? (
        <div class="empty">
          <p>
            <strong>No partner yet.</strong> Add the first one: you get a personal link to share at once.
          </p>
        </div>
      ) : (
        <>
          <PartnersTools
            typed={typed}
            onType={(text) => {
              setTyped(text);
              setPage(0);
            }}
            currencies={currencies}
            currency={currency}
            onCurrency={setCurrency}
            sort={sort}
            onSort={(next) => {
              setSort(next);
              setPage(0);
            }}
          />
          <p class="visually-hidden" role="status">
            {typed && `${plural(found.length, 'partner')} found`}
          </p>
          {found.length === 0 ? (
            <div class="empty">
              <p>
                <strong>No partner matches “{typed}”.</strong> Search by name, code or address.
              </p>
            </div>
          ) : (
            <PartnersTable
              rows={found.slice(shown * A_PAGE, (shown + 1) * A_PAGE)}
              currency={currency}
              sort={sort}
              onSort={sortBy}
              onManage={onManage}
              site={site}
              details={details}
            />
          )}
          <Pager page={shown} size={A_PAGE} count={found.length} onPage={setPage} />
        </>
      )}
    </section>
  );
}
