import type { CommissionRule, Item } from '@reftally/core';

/** One policy under which purchases are decided, and what they carry. */
export type DecideCase = {
  name: string;
  commission: CommissionRule[];
  items?: Item[];
};
