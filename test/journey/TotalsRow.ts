/** An amount as the API writes it. */
export interface Money {
  readonly currency: string;
  /** Integer minor units. */
  readonly minor: number;
}

/** One partner's row of `GET /api/v1/totals`. */
export interface TotalsRow {
  readonly code: string;
  readonly clicks: number;
  readonly pageviews: number;
  readonly visitors: number;
  readonly signups: number;
  readonly purchases: number;
  readonly refunds: number;
  readonly revenue: readonly Money[];
  readonly commission: { readonly held: readonly Money[]; readonly payable: readonly Money[] };
}
