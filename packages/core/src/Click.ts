/**
 * A click counted for a client (salted hash of address and browser) and not by visitor id: through `/l/`, or without storage.
 * `matched` once a visitor's touch has been recognised as the same click.
 */
export type Click = {
  code: string;
  client: string;
  at: number;
  matched: boolean;
  /** The name of the ad click id with which the link was followed. */
  ad?: string;
};
