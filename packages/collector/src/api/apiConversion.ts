import type { Candidate, Money } from '@reftally/core';
import type { StoredConversion } from '@reftally/store';
import type { Principal } from '../auth/Principal.js';
import { apiTime } from './apiTime.js';
import { maskCustomer } from './maskCustomer.js';

/** What else a row shows: whose site it is on and what its partner is called. */
export type ConversionSurroundings = { site: string; partnerName: string | undefined; viewer: Principal };

/** A conversion with its receipt, as this viewer may see it: a partner neither learns who the customer is nor who else brought them. */
export function apiConversion(
  { conversion, refunded, clawedBack }: StoredConversion,
  { site, partnerName, viewer }: ConversionSurroundings,
) {
  const { id, type, at, status, reason, orderId, customerId, amount, trust, commission, receipt } =
    conversion;
  const own = viewer.role === 'partner' ? viewer.partner : undefined;
  return {
    id,
    site,
    type,
    at: apiTime(at),
    partner: conversion.partner ?? null,
    partnerName: partnerName ?? null,
    code: conversion.code ?? null,
    status,
    ...(reason && { reason }),
    ...(orderId !== undefined && { orderId }),
    ...(customerId !== undefined && {
      customerId: own === undefined ? customerId : maskCustomer(customerId),
    }),
    ...(amount && { amount }),
    ...part('refunded', amount, refunded),
    trust,
    ...(commission && { commission }),
    ...part('clawedBack', commission, clawedBack),
    receipt: { ...receipt, candidates: receipt.candidates.map((candidate) => apiCandidate(candidate, own)) },
  };
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
