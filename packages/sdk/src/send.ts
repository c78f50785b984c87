import type { Answer } from './Answer.js';
import type { Item } from './Item.js';
import { isHidden } from './isHidden.js';
import { log } from './log.js';
import { now } from './now.js';
import { settings } from './settings.js';
import { settle } from './settle.js';
import { state } from './state.js';
import { toJson } from './toJson.js';

/**
 * Sends one request and settles its events. Resolves with how long the next one has to wait (ms). A string body and no
 * headers: `text/plain`, so that no preflight has to come back before the page is gone. `keepalive` lets it outlive the
 * page; after a first loss a visible page tries without, since other scripts may have used up the page's 64 KiB of it. No
 * beacon: filter lists block them, they say "sent" when they are not, and every browser that runs this file has `fetch`.
 */
export const send = async (batch: Item[]): Promise<number> => {
  let status = 0;
  let answer: Answer = {};
  let asked = 0;
  try {
    const response = await fetch(settings.endpoint as string, {
      method: 'POST',
      body: `{"v":1,"k":${toJson(settings.site)},"s":${now()},"e":[${batch.map(({ body }) => body)}]}`,
      keepalive: state.losses !== 1 || isHidden(),
      credentials: 'same-origin',
      referrerPolicy: 'strict-origin',
    });
    const after = response.headers.get('Retry-After') || '';
    asked = Number(after) * 1e3 || Date.parse(after) - now() || 0;
    status = response.status;
    answer = await response.json();
  } catch (error) {
    log(error);
  }
  return settle(batch, status, answer, asked);
};
