import type { Money } from './Money.js';

/** What a partner earned, by what may happen to it; one entry a currency in each list. */
export type Commission = { held: Money[]; payable: Money[]; paid: Money[] };
