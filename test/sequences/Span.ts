/** From one moment to another, both left out; ms since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
