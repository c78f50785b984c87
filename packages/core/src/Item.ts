/** A line of an order, as the shop reports it; `amount` is the line's total in major units. */
export type Item = {
  id: string;
  name?: string;
  category?: string;
  quantity?: number;
  amount?: string;
};
