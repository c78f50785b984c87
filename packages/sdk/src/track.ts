import { cleanUrl } from './cleanUrl.js';
import { guard } from './guard.js';
import { newId } from './newId.js';
import { now } from './now.js';
import type { Props } from './Props.js';
import { pagePath } from './pagePath.js';
import { queued } from './queued.js';
import { recall } from './recall.js';
import { schedule } from './schedule.js';
import { seal } from './seal.js';
import { state } from './state.js';
import type { TrackResult } from './TrackResult.js';
import { toJson } from './toJson.js';
import { trim } from './trim.js';

/** The shop's own id of each event that counts once. */
const KEYS: { [event: string]: string } = { signup: 'customerId', purchase: 'orderId', refund: 'refundId' };

/**
 * Reports an event: see `Reftally.track`. The id and the time are made here and stay through every retry. What has an id of
 * the shop's own is named after that: a thank-you page that is opened again repeats itself instead of buying again.
 */
export const track = (n: string, given?: Props): Promise<TrackResult> =>
  new Promise((tell) => {
    const t = now();
    const key = KEYS[n] as string;
    const p: Props = { ...given, webdriver: navigator.webdriver };
    const id = key ? `${n}-${p[key]}` : newId(t);
    const wire = guard(toJson)({
      id,
      n,
      t,
      u: cleanUrl(location.origin + pagePath()),
      r: cleanUrl(document.referrer.split('?')[0] as string),
      c: location.search.split(/([a-z]{1,2}clk?id|[gw]braid)=/)[1],
      p,
      a: 0,
    }) as string;
    const item = { id, n, wire, tell };
    // What is wrong, as far as it can be seen here: the name of the property. 8 KB together with the referral.
    const reason =
      key && !p[key]
        ? key
        : isNaN((p.amount || 0) as number)
          ? 'amount'
          : wire && new Blob([wire]).size < 7900
            ? ''
            : 'props';
    if (reason) tell({ id, status: 'invalid', reason });
    else {
      setTimeout(queued, 5e3, item);
      state.queue.push(item);
      // Written ahead at once: the next thing the page does may be to leave. A pageview can wait until the page is idle.
      if (n !== 'pageview' && recall()) seal(item);
      trim();
      schedule();
    }
  });
