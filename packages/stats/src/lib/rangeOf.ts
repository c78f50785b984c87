import { addDays } from './addDays.js';
import type { Preset } from './Preset.js';
import type { Range } from './Range.js';

/** The days that a named range means on `today`. Ranges that are not over end today. */
export function rangeOf(preset: Preset, today: string): Range {
  const monthStart = `${today.slice(0, 8)}01`;
  switch (preset) {
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '30d':
      return { from: addDays(today, -29), to: today };
    case '90d':
      return { from: addDays(today, -89), to: today };
    case 'month':
      return { from: monthStart, to: today };
    case 'last-month': {
      const to = addDays(monthStart, -1);
      return { from: `${to.slice(0, 8)}01`, to };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}
