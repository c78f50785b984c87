/** Something by partner (`''`: direct), then by period as totals show it (`''`: the whole range). */
export type ByPartner<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;
