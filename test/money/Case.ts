import type { Shop } from './Shop.js';

/** One thing that happens in the shop. */
export type Step = (shop: Shop) => Promise<string>;

/** What the shop knows of a partner: by its e-mail address and customer id it is recognised when it buys itself. */
export type Terms = { group?: string; commission?: object[]; email?: string; customerId?: string };

/** A named story: each thing that happens, and what comes of it. Policies and terms are written as the API takes them. */
export type Case = {
  name: string;
  policy?: object;
  /** What is agreed with a partner beyond the policy. */
  terms?: Record<string, Terms>;
  story: [happens: Step, result: string][];
};
