import { useMemo } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import type { Site } from '../api/Site.js';
import { useLoad } from '../hooks/useLoad.js';
import { csvUrl } from '../lib/csvUrl.js';
import { emptyTotals } from '../lib/emptyTotals.js';
import { fillDays } from '../lib/fillDays.js';
import { formatRange } from '../lib/formatRange.js';
import { previousRange } from '../lib/previousRange.js';
import type { Range } from '../lib/Range.js';
import { DayChart } from '../ui/DayChart.js';
import { Icon } from '../ui/Icon.js';
import { LoadError } from '../ui/LoadError.js';
import { Waiting } from '../ui/Waiting.js';
import { Earnings } from './Earnings.js';
import { Figures } from './Figures.js';

type Props = { api: Api; site: Site; partner: string; range: Range };

async function read(api: Api, { from, to }: Range, signal: AbortSignal) {
  const before = previousRange({ from, to });
  const [total, daily, earlier] = await Promise.all([
    api.totals({ from, to, interval: 'total' }, signal),
    api.totals({ from, to, interval: 'day' }, signal),
    api.totals({ ...before, interval: 'total' }, signal),
  ]);
  const empty = emptyTotals('');
  return {
    range: { from, to },
    row: total.totals[0] ?? empty,
    days: daily.totals,
    before,
    earlier: earlier.totals[0] ?? empty,
  };
}

/** Everything that depends on the range: commission, counts, chart. */
export function PartnerTotals({ api, site, partner, range }: Props) {
  const load = useLoad(`${partner} ${range.from} ${range.to}`, (signal) => read(api, range, signal));
  const { data } = load;
  const days = useMemo(() => (data ? fillDays(data.range, data.days) : []), [data]);
  if (load.error) return <LoadError error={load.error} retry={load.reload} />;
  if (!data) {
    return (
      <div class="card">
        <Waiting what="your totals" lines={7} />
      </div>
    );
  }
  return (
    <div class={load.loading ? 'stack stale' : 'stack'} aria-busy={load.loading}>
      <Earnings commission={data.row.commission} currencies={site.currencies} />
      <section class="card" aria-labelledby="figures">
        <div class="card-head">
          <h2 id="figures">What your link brought</h2>
          <p class="hint">Compared with {formatRange(data.before)}</p>
        </div>
        <Figures row={data.row} before={data.earlier} />
      </section>
      <section class="card" aria-labelledby="days">
        <div class="card-head">
          <h2 id="days">Day by day</h2>
          <a
            class="button small"
            href={csvUrl(data.range, 'day')}
            download={`reftally-${data.range.from}-${data.range.to}.csv`}
          >
            <Icon name="download" /> Download CSV
          </a>
        </div>
        <DayChart days={days} />
      </section>
    </div>
  );
}
