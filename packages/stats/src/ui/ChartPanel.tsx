import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { useDark } from '../hooks/useDark.js';
import { formatCount } from '../lib/formatCount.js';
import { formatDay } from '../lib/formatDay.js';
import type { LineSpec } from './LineSpec.js';

type Props = {
  days: readonly string[];
  lines: readonly LineSpec[];
  height: number;
  dated: boolean;
  sync: string;
  onHover: (day: number | undefined) => void;
};

type Colors = (name: string) => string;

function axes({ days, dated }: Props, color: Colors): uPlot.Axis[] {
  const font = `12px ${color('--font')}`;
  const common = { stroke: color('--ink-2'), font, ticks: { show: false } };
  return [
    {
      ...common,
      show: dated,
      size: 28,
      space: 72,
      incrs: [1, 2, 7, 14, 30, 60, 90, 180],
      grid: { show: false },
      values: (_, splits) => splits.map((i) => (days[i] ? formatDay(days[i], 'short') : '')),
    },
    {
      ...common,
      size: 46,
      space: 34,
      incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 1e7, 1e8],
      grid: { stroke: color('--line'), width: 1 },
      values: (_, splits) => splits.map((value) => formatCount(value)),
    },
  ];
}

function seriesOf({ style, color: name }: LineSpec, color: Colors, few: boolean): uPlot.Series {
  const stroke = color(name);
  const points = { show: few && style !== 'bars', size: 6, fill: stroke };
  if (style !== 'bars') {
    return { stroke, width: 2, points, ...(style === 'area' ? { fill: `${stroke}1f` } : { dash: [6, 4] }) };
  }
  const paths = uPlot.paths.bars?.({ size: [0.55, 26], radius: 0.2 });
  return { stroke, fill: stroke, width: 0, points: { show: false }, ...(paths ? { paths } : {}) };
}

function optionsOf(props: Props, width: number, color: Colors): uPlot.Options {
  const { lines, days, height, sync, onHover } = props;
  const last = days.length - 1;
  return {
    width,
    height,
    padding: [10, 8, 4, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, sync: { key: sync }, points: { size: 8 } },
    scales: {
      x: { time: false, range: () => [-0.5, Math.max(last, 0) + 0.5] },
      y: { range: (_, _min, max) => [0, Math.max(max ?? 0, 3) * 1.08] },
    },
    axes: axes(props, color),
    series: [{}, ...lines.map((line) => seriesOf(line, color, days.length <= 31))],
    hooks: { setCursor: [(plot) => onHover(plot.cursor.idx ?? undefined)] },
  };
}

/** One plot of daily counts, drawn by uPlot; follows the width and the colour scheme. */
export function ChartPanel(props: Props) {
  const { days, lines, height, dated } = props;
  const host = useRef<HTMLDivElement>(null);
  const dark = useDark();
  // `dark` changes what the style sheet answers
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const style = getComputedStyle(element);
    const options = optionsOf(props, element.clientWidth, (name) => style.getPropertyValue(name).trim());
    const plot = new uPlot(options, [days.map((_, i) => i), ...lines.map((line) => line.values)], element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [days, lines, height, dated, dark]);
  return <div ref={host} class="plot" />;
}
