import { formatAmount, type Policy } from '@reftally/core';
import { apiTime } from './apiTime.js';

/** A policy as the API gives it: amounts in major units and times in ISO 8601, the shape in which it also takes them. */
export function apiPolicy({ commission, ...rest }: Policy): object {
  return {
    ...rest,
    commission: commission.map(({ flat, from, ...rule }) => ({
      ...rule,
      ...(flat && { flat: { currency: flat.currency, amount: formatAmount(flat) } }),
      ...(from !== undefined && { from: apiTime(from) }),
    })),
  };
}
