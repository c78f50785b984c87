import type { IncomingMessage } from 'node:http';
import type { Services } from '../Services.js';

/**
 * The host names by which the asker may have reached the collector, without ports: what the request names, and the address that the
 * operator gave, since a proxy in front may have replaced the former.
 */
export function ownHosts(
  { headers }: IncomingMessage,
  { trustProxy, publicUrl }: Pick<Services, 'trustProxy' | 'publicUrl'>,
): string[] {
  const forwarded = trustProxy > 0 ? headers['x-forwarded-host'] : undefined;
  const named = typeof forwarded === 'string' ? forwarded.split(',', 1)[0]?.trim() : headers.host;
  return [named && `http://${named}`, publicUrl].flatMap((url) =>
    url && URL.canParse(url) ? new URL(url).hostname : [],
  );
}
