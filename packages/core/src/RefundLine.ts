/** A line of an order that is refunded; `quantity` absent: all that is left of it. */
export type RefundLine = { id: string; quantity?: number };
