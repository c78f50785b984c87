import type { Token } from '@reftally/store';
import type { Principal } from './Principal.js';

/** Whom a token stands for; undefined when it is not whole. */
export function principalOfToken({ role, site, partner }: Token): Principal | undefined {
  if (role === 'admin') return { role };
  if (site === undefined) return undefined;
  if (role === 'site') return { role, site };
  return partner === undefined ? undefined : { role, site, partner };
}
