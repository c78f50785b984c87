/** How the demo runs. */
export interface StartSettings {
  readonly collectorPort: number;
  readonly shopPort: number;
  /** The folder that holds everything the demo writes. */
  readonly folder: string;
  /** Whether to send two months of made-up history first. */
  readonly sample: boolean;
}
