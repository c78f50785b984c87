import type { Assets } from './assets/Assets.js';
import { createCollect, type Handler } from './collect/createCollect.js';
import { createApp } from './createApp.js';
import { warnOfProxy } from './http/warnOfProxy.js';
import type { Services } from './Services.js';

/** Makes the one request handler of the server: `/e` is answered ahead of the app, which does the rest. */
export function createHandler(services: Services, assets: Assets): Handler {
  const collect = createCollect(services);
  const app = createApp(services, assets);
  const noticeProxy = warnOfProxy(services);
  return (req, res) => {
    noticeProxy(req);
    if (req.url === '/e' || req.url?.startsWith('/e?')) collect(req, res);
    else app(req, res);
  };
}
