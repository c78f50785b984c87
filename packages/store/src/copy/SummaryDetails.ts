import { CHAIN_START } from '@reftally/core';
import type { Totals } from '../Totals.js';
import type { TrustTotals } from '../TrustTotals.js';

/** Everything there ever was. */
const EVER = { from: '2000-01-01', to: '2099-12-31', interval: 'total' } as const;

/** Gathers the details of a summary. */
export class SummaryDetails {
  readonly map = new Map<string, string>();
  readonly #now: number;

  /** `now` in ms divides held from payable. */
  constructor(now: number) {
    this.#now = now;
  }

  /** The query of a site whose totals are compared. */
  query(site: string) {
    return { ...EVER, site, now: this.#now };
  }

  addTotals(site: string, { rows, direct, refused }: Totals, trust: TrustTotals): void {
    for (const row of rows) this.map.set(`the totals of the partner ${row.partner}`, textOf(row));
    this.map.set(`the direct totals of the site ${site}`, textOf(direct));
    this.map.set(`the refusals of the site ${site}`, textOf(refused));
    this.map.set(`the trust totals of the site ${site}`, textOf(trust));
  }

  /** The end of a chain that has been checked from its beginning. */
  addChain(partner: string, hash: string = CHAIN_START): void {
    if (hash !== CHAIN_START) this.map.set(`the ledger of the partner ${partner}`, hash);
  }
}

/** JSON with the keys in order: two stores need not have met currencies in the same one. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
