/** The body of `POST /e`; the events are not looked at yet. */
export type Batch = {
  /** The site's public key. */
  key: string;
  /** When it was sent, ms of the client's clock. */
  sentAt: number;
  events: readonly unknown[];
};
