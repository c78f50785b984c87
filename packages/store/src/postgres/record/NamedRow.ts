type Row = { site: string; id: string };

/** Rows of what events name, as the statements of `recordSql` give them. */
export type NamedRow = {
  known: Row & { at: number; claim: number; conversion: string | null; prior: string | null };
  order: Row & { body: string | null };
  customer: Row & { orders: number; body: string | null };
  customerTally: { site: string; customer: string; partner: string; body: string };
  existing: Row & { body: string };
  refund: Row & { prior: string; waiting: string | null; place: number };
  conversion: Row & { refunded: number; clawed_back: number; body: string };
  visitor: Row & { touches: string };
  click: { site: string; client: string; code: string; decided: number; body: string };
};
