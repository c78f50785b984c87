import type { Assets } from './assets/Assets.js';
import { createCollect, type Handler } from './collect/createCollect.js';
import { createApp } from './createApp.js';
import { warnOfProxy } from './http/warnOfProxy.js';
import { STANDARD_PATHS } from './options/STANDARD_PATHS.js';
import type { Services } from './Services.js';

/** Makes the one request handler of the server: events from browsers are answered ahead of the app, which does the rest. */
export function createHandler(services: Services, assets: Assets): Handler {
  const collect = createCollect(services);
  const app = createApp(services, assets);
  const isCollect = pathTest([STANDARD_PATHS.collect, services.paths.collect]);
  const noticeProxy = warnOfProxy(services);
  return (req, res) => {
    noticeProxy(req);
    if (isCollect(req.url ?? '')) collect(req, res);
    else app(req, res);
  };
}

/** Whether an address is at one of these paths, whatever its query. */
function pathTest(paths: readonly string[]): (url: string) => boolean {
  const known = new Set(paths);
  return (url) => known.has(url) || known.has(url.split('?', 1)[0] ?? '');
}
