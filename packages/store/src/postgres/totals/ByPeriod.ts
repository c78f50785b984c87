/** Something by period as totals show it (`''`: the whole range), then by partner (`''`: direct). */
export type ByPeriod<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;
