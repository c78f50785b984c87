import type { IncomingMessage } from 'node:http';
import type { Services } from '../Services.js';

/**
 * Tells the operator, once, that a proxy stands in front which the settings do not know of: all visitors then look like one address,
 * share its rate limit, and are taken for one client.
 */
export function warnOfProxy({
  trustProxy,
  log,
}: Pick<Services, 'trustProxy' | 'log'>): (req: IncomingMessage) => void {
  let isSettled = trustProxy > 0;
  return ({ headers }) => {
    if (isSettled || headers['x-forwarded-for'] === undefined) return;
    isSettled = true;
    log.warn(
      'requests come through a proxy that is not trusted: set --trust-proxy to the number of proxies in front',
    );
  };
}
