/** What is summed up of a table of totals: `values` by partner, and by what `keys` name besides. */
export type SumsSpec = {
  /** Of the statements. */
  name: string;
  table: 'counts' | 'sums' | 'balances';
  /** Which of the rows `t` of a site and a period. */
  filter: string;
  /** Columns of texts in which there is no comma. */
  keys: readonly string[];
  /** SQL of integers, or of null where there is none. */
  values: readonly string[];
};
