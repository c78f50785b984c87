import type { Request } from 'express';
import { HttpError } from '../http/HttpError.js';

/** Refuses what another site's page makes a browser send: a cookie says who asks, but not who wrote the request. */
export function checkSameOrigin(req: Request, publicUrl: string | undefined): void {
  const fetchSite = req.get('sec-fetch-site');
  if (fetchSite === 'same-origin' || fetchSite === 'none') return;
  const origin = req.get('origin');
  if (fetchSite === undefined && origin !== undefined && isOwn(origin, req, publicUrl)) return;
  throw new HttpError(
    403,
    'cross-origin',
    "With a session, changes are taken from the collector's own pages only.",
  );
}

function isOwn(origin: string, req: Request, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  return URL.canParse(origin) && new URL(origin).host === req.get('host');
}
