import type { Item } from './Item.js';
import type { Prop } from './TrackedEvent.js';

/** The fields of an event as both the wire and the server API bring them, types checked, meaning not yet. */
export type RawEvent = {
  id: string;
  type: string;
  visitor?: string | undefined;
  touches: { code: string; at: number }[];
  url?: string | undefined;
  referrer?: string | undefined;
  ad?: string | undefined;
  customerId?: string | undefined;
  emailHash?: string | undefined;
  orderId?: string | undefined;
  refundId?: string | undefined;
  amount?: string | number | undefined;
  currency?: string | undefined;
  discount?: string | number | undefined;
  coupon?: string | undefined;
  signature?: string | undefined;
  items?: Item[] | undefined;
  props?: Record<string, Prop> | undefined;
};
