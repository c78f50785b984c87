/** A correction of a partner's account by hand; money in minor units, either way. The id makes asking again harmless. */
export type Adjustment = {
  id: string;
  site: string;
  partner: string;
  currency: string;
  minor: number;
  note: string;
};
