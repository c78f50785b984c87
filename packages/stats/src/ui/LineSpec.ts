/** One series of a chart; `color` names a custom property of the style sheet. */
export type LineSpec = {
  key: string;
  label: string;
  color: string;
  style: 'area' | 'line' | 'bars';
  values: number[];
};
