import type { Arrivals } from './countArrivals.js';
import type { Start } from './countStart.js';
import type { harms } from './harms.js';
import type { sizesOf } from './sizesOf.js';
import type { Spent } from './timeScript.js';

/** All that was found out about one contender. */
export interface Findings {
  readonly name: string;
  readonly sizes: ReturnType<typeof sizesOf>;
  readonly start: Start;
  /** One for each round. */
  readonly spent: readonly Spent[];
  /** None for who cannot report a sale. */
  readonly arrivals: Readonly<Record<keyof typeof harms, Arrivals>> | undefined;
}
