/** The columns by which partners can be sorted; the last four are amounts of one currency. */
export type SortKey =
  | 'name'
  | 'clicks'
  | 'visitors'
  | 'signups'
  | 'purchases'
  | 'refunds'
  | 'revenue'
  | 'held'
  | 'payable'
  | 'paid';
