import type { Request, Response, Router } from 'express';
import { HttpError } from '../http/HttpError.js';
import { route } from '../http/route.js';
import type { Assets } from './Assets.js';
import { sendAsset } from './sendAsset.js';

/** A new version reaches every shop within the hour; until a browser has it, the old one still works. */
const SCRIPT_CACHE = 'public, max-age=3600, stale-while-revalidate=86400';
/** Asked for again each time, and answered with 304 as long as it is the same. */
const PAGE_CACHE = 'no-cache';

/** The script, the pages and their files. */
export function addAssetRoutes(router: Router, assets: Assets): void {
  route(router, '/r.js', { get: (req, res) => sendScript(req, res, assets) });
  route(router, '/stats', { get: (req, res) => sendPage(req, res, assets, 'stats.html') });
  route(router, '/admin', { get: (req, res) => sendPage(req, res, assets, 'admin.html') });
  route(router, '/', { get: (_req, res) => res.redirect('/admin') });
  route(router, '/robots.txt', {
    get: (_req, res) => void res.type('text').send('User-agent: *\nDisallow: /\n'),
  });
  route(router, '/assets/*path', { get: (req, res) => sendPage(req, res, assets, req.path.slice(1)) });
}

/** Every shop embeds it, with `crossorigin` and an integrity hash if it likes. */
function sendScript(req: Request, res: Response, { script }: Assets): Promise<void> {
  if (!script) throw notBuilt('The browser script');
  res.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' });
  return sendAsset(req, res, script, SCRIPT_CACHE);
}

function sendPage(req: Request, res: Response, { pages }: Assets, file: string): Promise<void> {
  const asset = pages.get(file);
  if (!asset && pages.size === 0) throw notBuilt('This page');
  if (!asset) throw new HttpError(404, 'not-found', 'There is no such file.');
  return sendAsset(req, res, asset, PAGE_CACHE);
}

function notBuilt(what: string): HttpError {
  return new HttpError(
    503,
    'not-built',
    `${what} is not built: run "npm run build" and start the collector again.`,
  );
}
