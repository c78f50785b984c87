import type { Shop } from './Shop.js';

/** One thing that happens in the shop. */
export type Step = (shop: Shop) => Promise<string>;

/** A named story: each thing that happens, and what comes of it. Policies and terms are written as the API takes them. */
export type Case = {
  name: string;
  policy?: object;
  /** What is agreed with a partner beyond the policy. */
  terms?: Record<string, { group?: string; commission?: object[] }>;
  story: [happens: Step, result: string][];
};
