import {
  type Candidate,
  type Conversion,
  type Correction,
  explainConversion,
  type Money,
} from '@reftally/core';
import type { StoredConversion } from '@reftally/store';
import type { Principal } from '../auth/Principal.js';
import { apiReview } from './apiReview.js';
import { apiTime } from './apiTime.js';
import { maskCustomer } from './maskCustomer.js';

/** What else a row shows: whose site it is on and what its partner is called. */
export type ConversionSurroundings = { site: string; partnerName: string | undefined; viewer: Principal };

/**
 * A conversion with its receipt, as this viewer may see it. A partner neither learns who the customer is nor who else brought them; of a
 * conversion that went to somebody else it sees that and why, and no amounts.
 */
export function apiConversion(
  stored: StoredConversion,
  { site, partnerName, viewer }: ConversionSurroundings,
) {
  const own = viewer.role === 'partner' ? viewer.partner : undefined;
  const isLost = own !== undefined && stored.conversion.partner !== own;
  const { conversion, refunded, clawedBack } = isLost ? lostBy(own, stored) : stored;
  const { id, type, at, status, reason, orderId, customerId, amount, trust, commission, receipt, flags } =
    conversion;
  const review = apiReview(conversion, own !== undefined);
  return {
    id,
    site,
    type,
    at: apiTime(at),
    partner: conversion.partner ?? null,
    partnerName: (conversion.partner !== undefined && partnerName) || null,
    code: conversion.code ?? null,
    status,
    ...(reason && { reason }),
    ...(orderId !== undefined && { orderId }),
    ...(customerId !== undefined && {
      customerId: own === undefined ? customerId : maskCustomer(customerId),
    }),
    ...(amount && { amount }),
    ...(conversion.discount && { discount: conversion.discount }),
    ...part('refunded', amount, refunded),
    trust,
    ...(commission && { commission }),
    ...part('clawedBack', commission, clawedBack),
    ...(flags && own === undefined && { flags }),
    ...(review && { review }),
    explanation: explainConversion(
      conversion,
      own === undefined ? (partnerName ?? 'a partner') : 'you',
      clawedBack,
    ),
    receipt: {
      ...receipt,
      candidates: receipt.candidates.map((candidate) => apiCandidate(candidate, own)),
      ...(receipt.corrections && { corrections: receipt.corrections.map(apiCorrection) }),
    },
  };
}

/** To the partner who lost it a conversion is refused, for the reason of its own strongest candidate. */
function lostBy(partner: string, { conversion }: StoredConversion) {
  const { id, type, event, at, trust, orderId, customerId } = conversion;
  const { earning: _, corrections: __, offer: ___, ...receipt } = conversion.receipt;
  const why = receipt.candidates.find((candidate) => candidate.partner === partner)?.why;
  const reason = why === 'won' ? undefined : why;
  const seen: Omit<Conversion, 'reason'> = { id, type, event, at, trust, status: 'refused', receipt };
  if (orderId !== undefined) seen.orderId = orderId;
  if (customerId !== undefined) seen.customerId = customerId;
  return { conversion: { ...seen, reason }, refunded: 0, clawedBack: 0 };
}

function apiCorrection({ at, event: _, ...correction }: Correction) {
  return { at: apiTime(at), ...correction };
}

function part(name: 'refunded' | 'clawedBack', of: Money | undefined, minor: number) {
  return of && minor > 0 ? { [name]: { currency: of.currency, minor } } : {};
}

function apiCandidate(
  { via, code, partner, at, landing, verdict, why }: Candidate,
  viewer: string | undefined,
) {
  const isShown = viewer === undefined || partner === viewer;
  return {
    via,
    code: isShown ? code : null,
    partner: isShown ? (partner ?? null) : null,
    at: apiTime(at),
    ...(isShown && landing && { landing }),
    verdict,
    why,
  };
}
