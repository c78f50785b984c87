import { newSecret } from '../auth/newSecret.js';
import { resolvePartner } from '../auth/resolvePartner.js';
import { sha256 } from '../auth/sha256.js';
import { ownUrl } from '../http/ownUrl.js';
import { parseInput } from '../http/parseInput.js';
import type { RouteHandler } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { apiTime } from './apiTime.js';
import { principalOf } from './principalOf.js';

/** Long enough for a link in an e-mail to be found after a week-end. */
const ACCESS_MS = 7 * 86_400_000;

const nothing = strictShape({});

/** `POST /partners/ID/access`: a sign-in link that works once. The token is in the fragment, which no server, log or referrer sees. */
export function makeAccess({ store, clock, publicUrl }: Services): RouteHandler {
  return async (req, res) => {
    const { site, partner } = await resolvePartner(
      principalOf(res),
      'partners:write',
      String(req.params.id),
      store,
    );
    parseInput(nothing, req.body ?? {});
    const secret = newSecret();
    const createdAt = clock();
    const expiresAt = createdAt + ACCESS_MS;
    const bound = { role: 'partner', site: site.id, partner: partner.id } as const;
    await store.addToken({ hash: sha256(secret), kind: 'access', ...bound, createdAt, expiresAt });
    res
      .status(201)
      .json({ url: `${ownUrl(req, publicUrl)}/stats#access=${secret}`, expiresAt: apiTime(expiresAt) });
  };
}
