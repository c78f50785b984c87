import type { Policy } from '@reftally/core';
import { apiRules } from './apiRules.js';

/** A policy as the API gives it: amounts in major units and times in ISO 8601, the shape in which it also takes them. */
export function apiPolicy({ commission, groups, ...rest }: Policy): object {
  const shared = Object.entries(groups ?? {}).map(([name, group]) => [
    name,
    { ...group, commission: apiRules(group.commission) },
  ]);
  return {
    ...rest,
    commission: apiRules(commission),
    ...(groups && { groups: Object.fromEntries(shared) }),
  };
}
