/** ISO 4217 currencies without two decimals. Intl is no source: CLDR holds display habits (0 decimals for RSD; ISO says 2). */
const EXCEPTIONS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((c) => [c, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3] as const),
  ...'CLF UYW'.split(' ').map((c) => [c, 4] as const),
]);

/** How many decimals a currency has: JPY 0, USD 2, KWD 3. */
export function currencyExponent(currency: string): number {
  return EXCEPTIONS.get(currency) ?? 2;
}
