/**
 * A click counted for a client (salted hash of address and browser) and not by visitor id: through `/l/`, or without storage.
 * `matched` once a visitor's touch has been recognised as the same click.
 */
export type Click = {
  code: string;
  client: string;
  at: number;
  matched: boolean;
  /** How often the client has come with the code, counted or not; a client is of one day. Absent: once. */
  arrivals?: number;
  /** When it last came through `/l/` (ms). */
  linkedAt?: number;
  /** The name of the ad click id with which the link was followed. */
  ad?: string;
};
