import { HttpError } from '../http/HttpError.js';
import type { Principal } from './Principal.js';

const ALLOWED = {
  'sites:create': ['admin'],
  'sites:read': ['admin', 'site'],
  'sites:write': ['admin', 'site'],
  'partners:read': ['admin', 'site', 'partner'],
  'partners:write': ['admin', 'site'],
  'links:read': ['admin', 'site', 'partner'],
  'links:write': ['admin', 'site'],
  'events:write': ['admin', 'site'],
  'customers:read': ['admin', 'site'],
  'customers:write': ['admin', 'site'],
  'totals:read': ['admin', 'site', 'partner'],
  'refunds:read': ['admin', 'site'],
  'conversions:read': ['admin', 'site', 'partner'],
  'reviews:read': ['admin', 'site'],
  'reviews:write': ['admin', 'site'],
  'ledger:read': ['admin', 'site', 'partner'],
  'ledger:write': ['admin', 'site'],
  replay: ['admin', 'site'],
  'payouts:read': ['admin', 'site', 'partner'],
  'payouts:write': ['admin', 'site'],
} as const satisfies Record<string, readonly Principal['role'][]>;

/** What can be asked for. */
export type Action = keyof typeof ALLOWED;

/** Whose data it is about. */
export type Target = { site?: string | undefined; partner?: string | undefined };

/**
 * The one place that decides who may see or change what; 403 otherwise. A site's key reaches that site only, a partner only what is
 * its own: a target that names no partner is everybody's and so not a partner's.
 */
export function authorize(principal: Principal, action: Action, target: Target = {}): void {
  const roles: readonly Principal['role'][] = ALLOWED[action];
  if (!roles.includes(principal.role))
    throw forbidden(`${roles.join(' or ')} key or session needed for this.`);
  if (principal.role === 'admin') return;
  if (target.site !== principal.site) throw forbidden('This belongs to another site.');
  if (principal.role === 'partner' && target.partner !== principal.partner) {
    throw forbidden('This belongs to another partner.');
  }
}

function forbidden(message: string): HttpError {
  return new HttpError(403, 'forbidden', message);
}
