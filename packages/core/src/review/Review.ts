/** What somebody at the shop can say about a conversion. */
export type ReviewVerdict = 'approved' | 'rejected' | 'held';

/** One decision about a conversion: who, when (ms) and why. Never changed; another one comes after it. */
export type Review = {
  /** Unique within the conversion. */
  id: string;
  verdict: ReviewVerdict;
  by: string;
  at: number;
  /** The partner reads that of a rejection. */
  note?: string;
};

/** Where a conversion stands: `open` while something that was flagged holds its earning and nobody has decided. */
export type ReviewState = 'open' | ReviewVerdict;
