import type { CommissionRule, Partner, Site } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';

/** A change of what is agreed with a partner; `group: null` takes it out of its group. */
export type TermsChange = { group?: string | null | undefined; commission?: CommissionRule[] | undefined };

/** A partner with changed terms: its own rules get a new version. 400 when the site's policy has no such group. */
export function withTerms(partner: Partner, { group, commission }: TermsChange, { policy }: Site): Partner {
  const { group: before, ...rest } = partner;
  const after: Partner = rest;
  const named = group === undefined ? before : group;
  if (typeof group === 'string') checkGroup(group, Object.keys(policy.groups ?? {}));
  if (typeof named === 'string') after.group = named;
  if (!commission) return after;
  return { ...after, commission, commissionVersion: (partner.commissionVersion ?? 0) + 1 };
}

function checkGroup(group: string, known: string[]): void {
  if (known.includes(group)) return;
  const there =
    known.length > 0 ? `it has ${known.join(', ')}` : 'it has none yet; add it to policy.groups first';
  const message = `group: the site's policy has no group "${group}": ${there}.`;
  throw new HttpError(400, 'invalid-request', message, { field: 'group' });
}
