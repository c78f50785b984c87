import type { Answer, Offer } from '@reftally/core';

/** What the sender of one event is told; `offer` is what the customers of the partner get off now. */
export type Recorded = { id: string } & Answer & { offer?: Offer };
