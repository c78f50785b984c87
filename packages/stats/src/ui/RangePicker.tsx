import { useId, useState } from 'preact/hooks';
import { formatRange } from '../lib/formatRange.js';
import type { Preset } from '../lib/Preset.js';
import type { RangeChoice } from '../lib/RangeChoice.js';
import { rangeOf } from '../lib/rangeOf.js';
import { rangeProblem } from '../lib/rangeProblem.js';
import { announce } from './announce.js';

const PRESETS: [Preset, string][] = [
  ['7d', '7 days'],
  ['30d', '30 days'],
  ['90d', '90 days'],
  ['month', 'This month'],
  ['last-month', 'Last month'],
  ['year', 'This year'],
];

type Props = {
  choice: RangeChoice;
  today: string;
  timeZone: string;
  onChoose: (choice: RangeChoice) => void;
};

/** Named ranges and a custom one; says which days these are, and in which time zone. */
export function RangePicker({ choice, today, timeZone, onChoose }: Props) {
  const [custom, setCustom] = useState(choice.preset === 'custom');
  const group = useId();
  const choose = (next: RangeChoice) => {
    onChoose(next);
    announce(`Showing ${formatRange(next)}.`);
  };
  const pick = (preset: Preset) => {
    setCustom(false);
    choose({ preset, ...rangeOf(preset, today) });
  };
  return (
    <section class="range" aria-label="Days shown">
      <div class="range-row">
        <fieldset class="segments">
          <legend class="visually-hidden">Range</legend>
          {PRESETS.map(([preset, label]) => (
            <label key={preset} class="segment">
              <input
                type="radio"
                name={group}
                checked={!custom && choice.preset === preset}
                onChange={() => pick(preset)}
              />
              <span>{label}</span>
            </label>
          ))}
          <label class="segment">
            <input type="radio" name={group} checked={custom} onChange={() => setCustom(true)} />
            <span>Custom</span>
          </label>
        </fieldset>
        <p class="range-text">
          <strong>{formatRange(choice)}</strong>{' '}
          <span class="range-zone">Days in {timeZone.replaceAll('_', ' ')}</span>
        </p>
      </div>
      {custom && <CustomRange choice={choice} today={today} onChoose={choose} />}
    </section>
  );
}

function CustomRange({ choice, today, onChoose }: Omit<Props, 'timeZone'>) {
  const [from, setFrom] = useState(choice.from);
  const [to, setTo] = useState(choice.to);
  const [tried, setTried] = useState(false);
  const problem = rangeProblem({ from, to });
  const show = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!problem) onChoose({ preset: 'custom', from, to });
  };
  const described = tried && problem ? { 'aria-invalid': true, 'aria-describedby': 'range-problem' } : {};
  return (
    <form class="custom-range" onSubmit={show} noValidate>
      <label>
        <span class="label">From</span>
        <input
          class="input"
          type="date"
          value={from}
          max={today}
          {...described}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="label">To</span>
        <input
          class="input"
          type="date"
          value={to}
          max={today}
          {...described}
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button strong">
        Show these days
      </button>
      <p id="range-problem" class="problem" role="alert">
        {tried && problem}
      </p>
    </form>
  );
}
