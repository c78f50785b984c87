import type { TotalsRow } from '../api/TotalsRow.js';
import { formatCount } from '../lib/formatCount.js';
import { formatDay } from '../lib/formatDay.js';
import { Moneys } from './Moneys.js';

const COUNTS = [
  ['rawClicks', 'Arrivals'],
  ['clicks', 'Clicks'],
  ['visitors', 'Visitors'],
  ['signups', 'Signups'],
  ['purchases', 'Purchases'],
] as const;

/** The numbers of the chart, newest day first. */
export function DayTable({ days }: { days: readonly (TotalsRow & { period: string })[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" aria-label="Counts by day" tabIndex={0}>
      <table class="table plain">
        <thead>
          <tr>
            <th scope="col">Day</th>
            {COUNTS.map(([key, label]) => (
              <th key={key} scope="col" class="number">
                {label}
              </th>
            ))}
            <th scope="col" class="number">
              Revenue
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.period}>
              <th scope="row">{formatDay(day.period)}</th>
              {COUNTS.map(([key]) => (
                <td key={key} class="number">
                  {formatCount(day[key])}
                </td>
              ))}
              <td class="number">
                <Moneys amounts={day.revenue} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
