import type { Item } from './Item.js';
import { isHidden } from './isHidden.js';
import { now } from './now.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { toJson } from './toJson.js';

/**
 * Makes one request. A string body and no headers: `text/plain`, so that no preflight has to come back before the page is
 * gone. `keepalive` lets it outlive the page; after a first loss a visible page tries without, since other scripts may have
 * used up the page's 64 KiB of it. No beacon: filter lists block them, they say "sent" when they are not, and every browser
 * that runs this file has `fetch`.
 */
export const post = async (batch: Item[]): Promise<Response> =>
  fetch(settings.endpoint as string, {
    method: 'POST',
    body: `{"v":1,"k":${toJson(settings.site)},"s":${now()},"e":[${batch.map(({ wire }) => wire)}]}`,
    keepalive: state.losses !== 1 || isHidden(),
    credentials: 'same-origin',
    referrerPolicy: 'strict-origin',
  });
