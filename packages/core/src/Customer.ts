/** The referred person, by the shop's own id; `partner` and `code` are absent when the signup was not credited. */
export type Customer = {
  customerId: string;
  conversion: string;
  at: number;
  partner?: string;
  code?: string;
};
