import type { Preset } from './Preset.js';
import type { RangeChoice } from './RangeChoice.js';
import { rangeOf } from './rangeOf.js';
import { rangeProblem } from './rangeProblem.js';

const PRESETS: readonly Preset[] = ['7d', '30d', '90d', 'month', 'last-month', 'year'];

/** The range that a page's query string asks for; the last 30 days when it asks for none or for nonsense. */
export function readRange(search: string, today: string): RangeChoice {
  const asked = new URLSearchParams(search);
  const days = { from: asked.get('from') ?? '', to: asked.get('to') ?? '' };
  if (!rangeProblem(days)) return { preset: 'custom', ...days };
  const preset = PRESETS.find((p) => p === asked.get('range')) ?? '30d';
  return { preset, ...rangeOf(preset, today) };
}
