import type { Answer } from './Answer.js';
import { adopt } from './adopt.js';
import { dismiss } from './dismiss.js';
import { drop } from './drop.js';
import { eachStored } from './eachStored.js';
import { log } from './log.js';
import { now } from './now.js';
import { recall } from './recall.js';
import { seal } from './seal.js';
import { state } from './state.js';
import { trim } from './trim.js';

/**
 * Sends what waits, in one request; never rejects. Synchronous up to the request itself: in a page that goes away nothing later runs. One
 * request at a time; a page that is `leaving` does not wait, neither for an answer nor for its next try. A collector that cannot be
 * reached is tried three times a page, then again when the browser is back online. One function, since r.js pays for each call.
 */
export const send = async (leaving?: boolean | 0): Promise<void> => {
  try {
    if (!recall() || (!leaving && (state.timer || state.busy[0]))) return;
    eachStored(adopt);
    state.queue.map(seal);
    trim();
    let size = 0;
    // The oldest, at most 16 KB in UTF-8: keepalive requests of all scripts on the page share 64 KiB.
    const batch = state.queue
      .filter((item) => !state.busy.includes(item) && (size += new Blob([item.wire]).size) < 16e3)
      .slice(0, state.most);
    if (!batch[0] || state.losses > 2) return;
    // A page that leaves while a request is under way may send that one's events twice; they count once.
    state.busy = batch;
    let status: number | undefined;
    let asked: string | null | undefined;
    let answer: Answer = {};
    try {
      // A string body and no headers: `text/plain`, so that no preflight has to come back before the page is gone. No beacon:
      // filter lists block them, they say "sent" when they are not, and every browser that runs this file has `fetch`.
      const response = await fetch(state.endpoint as URL, {
        method: 'POST',
        body: `{"v":1,"k":"${state.options.site}","s":${now()},"e":[${batch.map(({ wire }) => wire)}]}`,
        // To outlive the page. After a first loss a visible page tries without: other scripts may have used up its 64 KiB of it.
        keepalive: leaving || state.losses !== 1,
        // Without the option: what is the default, `same-origin`.
        credentials: state.options.credentials as RequestCredentials,
        referrerPolicy: 'strict-origin',
      });
      status = response.status;
      asked = response.headers.get('Retry-After');
      answer = await response.json();
    } catch (error) {
      log(error);
    }
    log([batch, answer]);
    state.busy = [];
    const { error = {}, r = [] } = answer;
    state.losses = status ? 0 : state.losses + 1;
    let stop = /40[134]|10/.test(status as unknown as string);
    if (stop) {
      // The collector does not want this site's events: asking again would only annoy both.
      console.warn('[reftally]', error);
      state.consent = 'pending';
    }
    if (/4(00|13|22)/.test(status as unknown as string)) {
      // From here on one by one: a bad event costs only itself.
      stop = !batch[1];
      state.most = 1;
    }
    if (stop) dismiss(batch, 'invalid', error.code);
    r.map(drop);
    // An event without a row (the answer is the log-in page of some hotel's network, say) was not acknowledged, and stays.
    if (state.queue.some((item) => batch.includes(item))) {
      // Full jitter, and what the collector asked for (seconds; a date is taken for none); at most five minutes.
      state.timer =
        state.losses > 2 ||
        setTimeout(
          () => send((state.timer = 0)),
          1e3 * Math.min(300, ((asked as unknown as number) | 0) + Math.random() * 2 ** state.tries++),
        );
    } else send((state.tries = 0));
  } catch (error) {
    log(error);
  }
};
