/** What `reftally.track()` resolves with. */
export interface TrackerAnswer {
  readonly id: string;
  readonly status: string;
  readonly reason?: string;
  /** The partner who gets the credit, if anybody does. */
  readonly partner?: string;
}
