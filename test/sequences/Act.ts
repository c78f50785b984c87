import type { Consent } from '../../packages/sdk/src/Consent.js';
import type { PlainAct } from './PlainAct.js';

/** Where a visitor goes with a page, right after something else in the same task. */
export type Departure = 'navigate' | 'reload' | 'back' | 'close';

/**
 * One thing that a visitor does in a tab, or that happens to the network. `n` numbers what a shop numbers (orders, customers, refunds): the
 * same number again is the same order. Whatever cannot be done (going back on a first page, reporting from a tab that shows none) does nothing.
 */
export type Act =
  | { readonly do: 'navigate' | 'push'; readonly code?: 'bob' | 'eve' }
  | { readonly do: PlainAct }
  | {
      readonly do: 'track';
      readonly what: 'signup' | 'purchase' | 'refund' | 'step';
      readonly n: number;
      readonly leaving?: Departure;
    }
  | { readonly do: 'consent'; readonly choice: Consent; readonly everywhere: boolean }
  | { readonly do: 'optOut'; readonly out: boolean }
  | {
      readonly do: 'fault';
      readonly fault: '503' | 'reset' | 'drop-reply' | 'delay';
      readonly times: number;
    };
