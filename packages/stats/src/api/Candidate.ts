/** One tie between a conversion and a partner, and what became of it; another partner's is redacted to null. */
export type Candidate = {
  via: 'coupon' | 'customer' | 'touch';
  code: string | null;
  partner?: string | null;
  at: string;
  landing?: string;
  verdict: 'won' | 'lost';
  why: string;
};
