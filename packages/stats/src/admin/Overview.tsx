import { useMemo } from 'preact/hooks';
import type { Totals } from '../api/Totals.js';
import { arrivalsText } from '../lib/arrivalsText.js';
import { formatCount } from '../lib/formatCount.js';
import { formatRate } from '../lib/formatRate.js';
import { reasonText } from '../lib/reasonText.js';
import { sumTotals } from '../lib/sumTotals.js';
import { Moneys } from '../ui/Moneys.js';
import { Tile } from '../ui/Tile.js';

/** The whole site: what partners brought, what came without them, and what was kept but not credited. */
export function Overview({ totals }: { totals: Totals }) {
  const sum = useMemo(() => sumTotals(totals.totals), [totals]);
  const { direct, refused } = totals;
  const share = (count: number, without: number | undefined) =>
    without === undefined || count + without === 0
      ? undefined
      : `${formatRate(count, count + without)} of all ${formatCount(count + without)}`;
  return (
    <section class="card" aria-labelledby="overview">
      <div class="card-head">
        <h2 id="overview">Brought by partners</h2>
      </div>
      {direct?.pageviews === 0 && sum.pageviews === 0 && sum.clicks === 0 && (
        <p class="notice first-steps">
          <span>
            <strong>Nothing has arrived in these days.</strong> If the shop is new,{' '}
            <a href="#install">install the script</a> first.
          </span>
        </p>
      )}
      <dl class="tiles">
        <Tile label="Clicks" note={arrivalsText(sum)}>
          {formatCount(sum.clicks)}
        </Tile>
        <Tile label="Visitors">{formatCount(sum.visitors)}</Tile>
        <Tile label="Signups" note={share(sum.signups, direct?.signups)}>
          {formatCount(sum.signups)}
        </Tile>
        <Tile label="Purchases" note={share(sum.purchases, direct?.purchases)}>
          {formatCount(sum.purchases)}
        </Tile>
        <Tile label="Revenue" small={sum.revenue.length > 1}>
          <Moneys amounts={sum.revenue} />
        </Tile>
        <Tile label="Commission held" small={sum.revenue.length > 1}>
          <Moneys amounts={sum.commission.held} />
        </Tile>
        <Tile label="Payable" small={sum.revenue.length > 1}>
          <Moneys amounts={sum.commission.payable} />
        </Tile>
        <Tile label="Paid" small={sum.revenue.length > 1}>
          <Moneys amounts={sum.commission.paid} />
        </Tile>
      </dl>
      <div class="aside-row">
        {direct && <DirectNote direct={direct} />}
        {refused && <RefusedNote refused={refused} />}
      </div>
    </section>
  );
}

function DirectNote({ direct }: { direct: NonNullable<Totals['direct']> }) {
  const counts: [string, number][] = [
    ['pageviews', direct.pageviews],
    ['signups', direct.signups],
    ['purchases', direct.purchases],
    ['refunds', direct.refunds],
  ];
  return (
    <div class="aside">
      <h3>Without a partner</h3>
      <ul class="inline-list">
        {counts.map(([label, count]) => (
          <li key={label}>
            <b>{formatCount(count)}</b> {label}
          </li>
        ))}
        {direct.revenue.length > 0 && (
          <li class="inline-money">
            <Moneys amounts={direct.revenue} />
          </li>
        )}
      </ul>
      <p class="hint">Counted together, without any id or cookie.</p>
    </div>
  );
}

function RefusedNote({ refused }: { refused: Record<string, number> }) {
  const reasons = Object.entries(refused)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  const all = reasons.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div class="aside">
      <h3>Kept, but not credited{all > 0 && `: ${formatCount(all)}`}</h3>
      {all === 0 ? (
        <p class="hint">Nothing was refused in these days.</p>
      ) : (
        <ul class="reasons">
          {reasons.map(([reason, count]) => (
            <li key={reason}>
              <b>{formatCount(count)}</b> <span>{reasonText(reason)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
