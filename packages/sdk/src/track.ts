import { bytesOf } from './bytesOf.js';
import { cleanUrl } from './cleanUrl.js';
import type { Item } from './Item.js';
import { isOpen } from './isOpen.js';
import { log } from './log.js';
import { newId } from './newId.js';
import { now } from './now.js';
import type { Props } from './Props.js';
import { pagePath } from './pagePath.js';
import { schedule } from './schedule.js';
import { seal } from './seal.js';
import { state } from './state.js';
import type { TrackResult } from './TrackResult.js';
import { toJson } from './toJson.js';
import { trim } from './trim.js';
import { worthOf } from './worthOf.js';

/** The shop's own id of each event that counts once. */
const KEYS: { [event: string]: string } = { signup: 'customerId', purchase: 'orderId', refund: 'refundId' };

/**
 * Reports an event: see `Reftally.track`. The id and the time are made here and stay through every retry. What has an id of
 * the shop's own is named after that: a thank-you page that is opened again repeats itself instead of buying again.
 */
export const track = (name: string, given?: Props): Promise<TrackResult> =>
  new Promise((resolve) => {
    const props: Props = { ...given, webdriver: navigator.webdriver || undefined };
    const t = now();
    const own = props[KEYS[name] as string];
    // The end of it: the shop's id is always whole (the collector takes 128 characters).
    const id = own ? `${name}-${own}`.slice(-128) : newId(t);
    const tell: Item['tell'] = (status = 'queued', reason, partner) =>
      resolve({ id, status, reason, partner });
    try {
      const u = cleanUrl(location.origin + pagePath());
      const wire = toJson({
        id,
        n: name,
        t,
        u,
        r: cleanUrl(document.referrer.replace(/[?#].*/, '')),
        p: props,
      });
      log(wire);
      // 8 KB together with the referral. An address is never sent, not even by mistake. The rest is for the collector to say.
      if (bytesOf(wire) > 7900 || /@/.test(props.emailHash as string)) throw 0;
      if (state.consent === 'denied') tell('refused', 'denied');
      else enqueue({ id, wire, worth: worthOf(name, t), tell });
    } catch (error) {
      log(error);
      tell('invalid', 'props');
    }
  });

const enqueue = (item: Item): void => {
  setTimeout(item.tell, 5e3);
  state.queue.push(item);
  // Written ahead at once: the next thing the page does may be to leave. A pageview can wait until the page is idle.
  if (item.worth < 0 && isOpen()) seal(item);
  trim();
  schedule();
};
