import type { Touch } from './Touch.js';

/**
 * The referred person, by the shop's own id; `partner` and `code` are absent when the signup was not credited. `touch` is the visit that won
 * it, if it was one, without its page; `emailHash` what the signup said of the address.
 */
export type Customer = {
  customerId: string;
  conversion: string;
  at: number;
  partner?: string;
  code?: string;
  touch?: Touch;
  emailHash?: string;
};
