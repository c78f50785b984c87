/** What follows from a signal: its earning is held for a review, it is only noted, or nobody looks. */
export type SignalAction = 'hold' | 'flag' | 'off';
