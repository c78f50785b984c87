import type { Request, Response, Router } from 'express';
import { HttpError } from '../http/HttpError.js';
import { route } from '../http/route.js';
import type { Asset } from './Asset.js';
import type { Assets } from './Assets.js';
import { notBuilt } from './notBuilt.js';
import type { Scripts } from './Scripts.js';
import { scriptName } from './scriptName.js';
import { sendAsset } from './sendAsset.js';

/** A new version reaches every shop within the hour; until a browser has it, the old one still works. */
const SCRIPT_CACHE = 'public, max-age=3600, stale-while-revalidate=86400';
/** Asked for again each time, and answered with 304 as long as it is the same. */
const PAGE_CACHE = 'no-cache';

/** Its name says which bytes it is: it never has to be asked for again. */
const VERSIONED_CACHE = 'public, max-age=31536000, immutable';

/** The page that checks statements promises to send nothing, and could not if it tried. */
const SENDS_NOTHING = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** The script under each of these paths, the pages and their files. */
export function addAssetRoutes(
  router: Router,
  { scripts, pages }: Assets,
  scriptPaths: ReadonlySet<string>,
): void {
  for (const path of scriptPaths) addScriptRoutes(router, scripts, path);
  route(router, '/stats', { get: (req, res) => sendPage(req, res, pages, 'stats.html') });
  route(router, '/admin', { get: (req, res) => sendPage(req, res, pages, 'admin.html') });
  route(router, '/verify', {
    get: (req, res) => sendPage(req, res.set(SENDS_NOTHING), pages, 'verify.html'),
  });
  route(router, '/', { get: (_req, res) => res.redirect('/admin') });
  route(router, '/robots.txt', {
    get: (_req, res) => void res.type('text').send('User-agent: *\nDisallow: /\n'),
  });
  route(router, '/assets/*path', { get: (req, res) => sendPage(req, res, pages, req.path.slice(1)) });
}

function addScriptRoutes(router: Router, scripts: Scripts | undefined, path: string): void {
  const add = (at: string, asset: Asset | undefined, cache: string) =>
    route(router, at, { get: (req, res) => sendScript(req, res, asset, cache) });
  add(path, scripts?.main, SCRIPT_CACHE);
  if (!scripts) return;
  for (const [version, asset] of scripts.versions) add(scriptName(path, version), asset, VERSIONED_CACHE);
  for (const [part, asset] of scripts.extras) add(scriptName(path, part), asset, SCRIPT_CACHE);
}

/** Every shop embeds it, with `crossorigin` and an integrity hash if it likes. */
function sendScript(req: Request, res: Response, script: Asset | undefined, cache: string): Promise<void> {
  res.locals.route = '/r.js';
  if (!script) throw notBuilt('The browser script');
  res.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' });
  return sendAsset(req, res, script, cache);
}

function sendPage(req: Request, res: Response, pages: Assets['pages'], file: string): Promise<void> {
  const asset = pages.get(file);
  if (!asset && pages.size === 0) throw notBuilt('This page');
  if (!asset) throw new HttpError(404, 'not-found', 'There is no such file.');
  return sendAsset(req, res, asset, PAGE_CACHE);
}
