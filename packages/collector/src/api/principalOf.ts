import type { Response } from 'express';
import type { Principal } from '../auth/Principal.js';
import type { Session } from '../auth/Session.js';

/** Who asks, as the middleware in front of every route has found out. */
export function principalOf(res: Response): Principal {
  return (res.locals.session as Session).principal;
}
