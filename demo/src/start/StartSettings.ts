/** How the demo runs. */
export interface StartSettings {
  readonly collectorPort: number;
  readonly shopPort: number;
  /** The folder that holds everything the demo writes. */
  readonly folder: string;
  /** Days for which earnings are held; as they were, or 30. */
  readonly holdDays: number | undefined;
  /** Whether to send two months of made-up history first. */
  readonly sample: boolean;
}
