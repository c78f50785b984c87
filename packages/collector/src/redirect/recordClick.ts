import type { IncomingMessage } from 'node:http';
import type { LinkClick, Site } from '@reftally/core';
import { clientHash } from '../http/clientHash.js';
import { clientIp } from '../http/clientIp.js';
import { isRobot } from '../http/isRobot.js';
import { networkOf } from '../http/networkOf.js';
import { toHttpError } from '../http/toHttpError.js';
import type { Services } from '../Services.js';
import { adIn } from './adIn.js';
import type { RedirectRequest } from './parseRedirect.js';

/** A person waits for the redirect: a store that is slow gets this long (ms), and the click is recorded all the same. */
const PATIENCE_MS = 1000;

/** Records a visit through `/l/CODE`. Never rejects and never takes long: whatever goes wrong here is counted, and the visitor goes on. */
export async function recordClick(
  req: IncomingMessage,
  { code, query }: Pick<RedirectRequest, 'code' | 'query'>,
  site: Site,
  services: Services,
): Promise<void> {
  const recorded = record(req, { code, query }, site, services).catch((error: unknown) => {
    const { code: reason, status } = toHttpError(error, '');
    services.metrics.countRefused('/l', reason);
    if (status >= 500) services.log.error({ site: site.id, err: error }, 'click not recorded');
  });
  await Promise.race([recorded, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
}

async function record(
  req: IncomingMessage,
  asked: Pick<RedirectRequest, 'code' | 'query'>,
  site: Site,
  services: Services,
): Promise<void> {
  services.limitEvents(`${networkOf(clientIp(req, services.trustProxy))} ${site.id}`, 1);
  const now = services.clock();
  const click: LinkClick = {
    type: 'click',
    id: services.newId(),
    site: site.id,
    at: now,
    trust: 'browser',
    client: clientHash(req, services, now),
    touches: [{ code: asked.code, at: now }],
    code: asked.code,
    bot: isNobody(req),
  };
  const ad = adIn(asked.query);
  if (ad) click.ad = ad;
  const [row] = await services.store.record(site.id, [click], now);
  if (row) services.metrics.countEvent('link', row.status, row.reason);
}

/** A browser that only fetches ahead is nobody's visit yet, and every browser has a name. */
function isNobody({ headers }: IncomingMessage): boolean {
  const purpose = headers['sec-purpose'] ?? headers.purpose;
  if (typeof purpose === 'string' && purpose.startsWith('prefetch')) return true;
  const browser = headers['user-agent'];
  return browser === undefined || isRobot(browser);
}
