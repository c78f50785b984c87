import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import type { TotalsRow } from '../api/TotalsRow.js';
import { arrivalsText } from '../lib/arrivalsText.js';
import { formatCount } from '../lib/formatCount.js';
import { formatMoney } from '../lib/formatMoney.js';
import { linkOf } from '../lib/linkOf.js';
import { minorIn } from '../lib/minorIn.js';
import type { SortKey } from '../lib/SortKey.js';
import { CopyButton } from '../ui/CopyButton.js';
import { COLUMNS } from './COLUMNS.js';

type Props = {
  site: Site;
  rows: readonly TotalsRow[];
  details: ReadonlyMap<string, Partner>;
  currency: string;
  sort: { key: SortKey; descending: boolean };
  onSort: (key: SortKey) => void;
  onManage: (partner: string) => void;
};

/** One page of partners. */
export function PartnersTable({ site, rows, details, currency, sort, onSort, onManage }: Props) {
  return (
    <table class="table partners">
      <thead>
        <tr>
          {COLUMNS.map(({ key, label }) => (
            <th
              key={key}
              scope="col"
              class={key === 'name' ? '' : 'number'}
              {...(sort.key === key ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
            >
              <button type="button" class="sort" onClick={() => onSort(key)}>
                {label}
              </button>
            </th>
          ))}
          <th scope="col">
            <span class="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.partner}>
            <th scope="row">
              <button type="button" class="name" onClick={() => onManage(row.partner)}>
                {row.name}
              </button>
              <span class="code-line">
                <span class="mono dim">{row.code}</span>
                {details.get(row.partner)?.status === 'paused' && <span class="pill warn">Paused</span>}
              </span>
            </th>
            {COLUMNS.slice(1).map(({ key, label, money }) => (
              <td key={key} class={`number ${money ? 'amount' : ''}`} data-label={label}>
                <Value row={row} column={key} currency={currency} />
              </td>
            ))}
            <td class="row-action">
              <CopyButton
                text={linkOf(row.code, details.get(row.partner), site)}
                what={`of ${row.name}`}
                label="Copy link"
                kind="small"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ row, column, currency }: { row: TotalsRow; column: SortKey; currency: string }) {
  if (column === 'name') return row.name;
  if (column === 'revenue') return <Amount minor={minorIn(row.revenue, currency)} currency={currency} />;
  if (column === 'held' || column === 'payable' || column === 'paid') {
    return <Amount minor={minorIn(row.commission[column], currency)} currency={currency} />;
  }
  const count = row[column];
  const among = column === 'clicks' && arrivalsText(row);
  if (count === 0 && !among) return <span class="dim">0</span>;
  return (
    <>
      {formatCount(count)}
      {among && <span class="trust">{among}</span>}
    </>
  );
}

function Amount({ minor, currency }: { minor: number; currency: string }) {
  return minor === 0 ? <span class="dim">–</span> : formatMoney({ currency, minor });
}
