import type { Outcome, TrackedEvent } from '@reftally/core';
import type { TotalsRow } from '../../journey/TotalsRow.js';
import type { FaultProxy } from './FaultProxy.js';
import type { Shop } from './Shop.js';

/** A real collector on a fresh folder behind a fault proxy, the partners bob and eve, and shop pages on other origins. */
export interface Field {
  readonly proxy: FaultProxy;
  readonly shop: Shop;
  /** The collector's origin as browsers see it. */
  readonly collectorUrl: string;
  /** Makes it later (ms): for the collector, and for the pages that open from now on. */
  passTime(ms: number): void;
  /** What the collector has durably decided; a duplicate decides nothing. */
  outcomes(): Outcome[];
  /** The events that the collector has counted, each once, in the order of their arrival. */
  counted<Type extends TrackedEvent['type']>(type: Type): Extract<TrackedEvent, { type: Type }>[];
  /** A partner's row of the totals, as the API tells it. */
  totalsOf(code: string): Promise<TotalsRow>;
  /** What the totals have without a partner. */
  direct(): Promise<{ readonly pageviews: number; readonly purchases: number }>;
  /** Stops everything and deletes the folder. */
  close(): Promise<void>;
}
