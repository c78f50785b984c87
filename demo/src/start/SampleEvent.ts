/** A made-up event, as `POST /api/v1/events` takes it. */
export interface SampleEvent {
  readonly id: string;
  readonly type: 'pageview' | 'signup' | 'purchase';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly visitor?: string;
  readonly customerId?: string;
  readonly code?: string;
  readonly orderId?: string;
  /** Major units, as a decimal string. */
  readonly amount?: string;
  readonly currency?: string;
  readonly items?: readonly { readonly id: string; readonly category: string; readonly quantity: number }[];
}
