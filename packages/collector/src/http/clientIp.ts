import type { IncomingMessage } from 'node:http';

/**
 * The address of the client. Of `X-Forwarded-For` only the entries that `hops` proxies of ours wrote are believed: whatever stands
 * further left could be made up by anyone.
 */
export function clientIp(req: IncomingMessage, hops: number): string {
  const forwarded = hops > 0 ? req.headers['x-forwarded-for'] : undefined;
  const ip = typeof forwarded === 'string' ? forwardedBy(forwarded, hops) : undefined;
  return plain(ip || req.socket.remoteAddress || '');
}

function forwardedBy(header: string, hops: number): string | undefined {
  const chain = header.split(',');
  return chain[Math.max(0, chain.length - hops)]?.trim();
}

/** A dual-stack socket shows IPv4 clients as `::ffff:192.0.2.1`. */
function plain(ip: string): string {
  return ip.startsWith('::ffff:') ? ip.slice(7) : ip;
}
