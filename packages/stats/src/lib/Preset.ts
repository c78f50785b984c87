/** The ranges that have a name. */
export type Preset = '7d' | '30d' | '90d' | 'month' | 'last-month' | 'year';
