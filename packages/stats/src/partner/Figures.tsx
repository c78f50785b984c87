import type { TotalsRow } from '../api/TotalsRow.js';
import { arrivalsText } from '../lib/arrivalsText.js';
import { formatCount } from '../lib/formatCount.js';
import { formatRate } from '../lib/formatRate.js';
import { Change } from '../ui/Change.js';
import { Moneys } from '../ui/Moneys.js';
import { Tile } from '../ui/Tile.js';

const COUNTS = [
  ['clicks', 'Clicks'],
  ['visitors', 'Visitors'],
  ['pageviews', 'Pageviews'],
  ['signups', 'Signups'],
  ['purchases', 'Purchases'],
  ['refunds', 'Refunds'],
] as const;

type Props = { row: TotalsRow; before: TotalsRow };

/** The counts of the range, each beside the period before, the conversion rate and the revenue. */
export function Figures({ row, before }: Props) {
  return (
    <dl class="tiles">
      {COUNTS.map(([key, label]) => (
        <Tile
          key={key}
          label={label}
          note={
            <>
              <Change now={row[key]} before={before[key]} />
              {key === 'clicks' && arrivalsText(row) && <span>, {arrivalsText(row)}</span>}
            </>
          }
        >
          {formatCount(row[key])}
        </Tile>
      ))}
      <Tile label="Conversion rate" note="purchases per visitor">
        {formatRate(row.purchases, row.visitors)}
      </Tile>
      <Tile label="Revenue" note="for the shop" small={row.revenue.length > 1}>
        <Moneys amounts={row.revenue} />
      </Tile>
    </dl>
  );
}
