import { useCallback, useMemo, useState } from 'preact/hooks';
import type { TotalsRow } from '../api/TotalsRow.js';
import { formatCount } from '../lib/formatCount.js';
import { formatDay } from '../lib/formatDay.js';
import { ChartPanel } from './ChartPanel.js';
import { DayTable } from './DayTable.js';
import type { LineSpec } from './LineSpec.js';

type Day = TotalsRow & { period: string };
type Key = 'clicks' | 'visitors' | 'signups' | 'purchases';

const LINES: (Omit<LineSpec, 'values'> & { key: Key })[] = [
  { key: 'clicks', label: 'Clicks', color: '--clicks', style: 'area' },
  { key: 'visitors', label: 'Visitors', color: '--visitors', style: 'line' },
  { key: 'purchases', label: 'Purchases', color: '--purchases', style: 'bars' },
  { key: 'signups', label: 'Signups', color: '--signups', style: 'line' },
];
const VISITS: readonly Key[] = ['clicks', 'visitors'];

/** Counts by day in two plots above each other: visits, and what came of them (on its own scale, or it would be flat). */
export function DayChart({ days }: { days: readonly Day[] }) {
  const [hidden, setHidden] = useState<ReadonlySet<Key>>(new Set());
  const [hovered, setHovered] = useState<number>();
  const toggle = (key: Key) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  const periods = useMemo(() => days.map((day) => day.period), [days]);
  const panels = useMemo(() => panelsOf(days, hidden), [days, hidden]);
  const onHover = useCallback((day: number | undefined) => setHovered(day), []);
  const day = hovered === undefined ? undefined : days[hovered];
  return (
    <div class="day-chart">
      <div class="chart-head">
        <fieldset class="toggles">
          <legend class="visually-hidden">Lines shown</legend>
          {LINES.map(({ key, label, style }) => (
            <button
              key={key}
              type="button"
              class={`toggle ${key} ${style}`}
              aria-pressed={!hidden.has(key)}
              onClick={() => toggle(key)}
            >
              <i aria-hidden="true" />
              {label} {day && <b>{formatCount(day[key])}</b>}
            </button>
          ))}
        </fieldset>
        <p class="chart-day">{day ? formatDay(day.period) : ''}</p>
      </div>
      <div
        class="plots"
        role="img"
        aria-label="Chart of the counts by day. The table below holds the same numbers."
      >
        {panels.length === 0 && <p class="empty">Switch a line on to see it.</p>}
        {panels.map((lines, index) => (
          <ChartPanel
            key={VISITS.includes(lines[0]?.key as Key) ? 'visits' : 'results'}
            days={periods}
            lines={lines}
            height={index === 0 ? 220 : 140}
            dated={index === panels.length - 1}
            sync="days"
            onHover={onHover}
          />
        ))}
      </div>
      <details class="numbers">
        <summary>Show these days as a table</summary>
        <DayTable days={days} />
      </details>
    </div>
  );
}

function panelsOf(days: readonly Day[], hidden: ReadonlySet<Key>): LineSpec[][] {
  const shown = LINES.filter((line) => !hidden.has(line.key)).map((line) => ({
    ...line,
    values: days.map((day) => day[line.key]),
  }));
  const visits = shown.filter((line) => VISITS.includes(line.key));
  const results = shown.filter((line) => !VISITS.includes(line.key));
  return [visits, results].filter((panel) => panel.length > 0);
}
