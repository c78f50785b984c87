import { cleanUrl } from './cleanUrl.js';
import { deriveId } from './deriveId.js';
import type { Item } from './Item.js';
import { isOpen } from './isOpen.js';
import { KEYS } from './KEYS.js';
import { log } from './log.js';
import { newId } from './newId.js';
import { now } from './now.js';
import type { Props } from './Props.js';
import { queue } from './queue.js';
import { schedule } from './schedule.js';
import { seal } from './seal.js';
import { settings } from './settings.js';
import { state } from './state.js';
import type { TrackResult } from './TrackResult.js';
import { toJson } from './toJson.js';
import { trim } from './trim.js';

/** Reports an event: see `Reftally.track`. The id and the time are made here and stay through every retry. */
export const track = async (name: string, given?: Props): Promise<TrackResult> => {
  const props: Props = { ...given };
  if (navigator.webdriver) props.webdriver = true;
  const at = now();
  const key = KEYS[name];
  const id = key ? deriveId(settings.site + name + props[key]) : newId(at);
  const u = cleanUrl(location.href);
  const body = toJson({ id, n: name, t: at, u, r: cleanUrl(document.referrer), p: props });
  log(body);
  const reason = problemOf(props, body, key);
  if (reason) return { id, status: 'invalid', reason };
  if (state.consent === 'denied') return { id, status: 'refused', reason: 'denied' };
  return new Promise((tell) => enqueue({ id, name, at, body, tell }));
};

/** The field that has to be changed, if any. The collector checks more: this is the usual. */
const problemOf = (
  { amount, emailHash, ...props }: Props,
  body: string,
  key?: string,
): string | undefined => {
  if (key && !props[key]) return key;
  if (amount != null && !/^\d+(\.\d+)?$/.test(`${amount}`)) return 'amount';
  // An address is never sent, not even by mistake.
  if (/@/.test(`${emailHash}`)) return 'emailHash';
  // 8 KB together with the referral.
  return body[7900] && 'size';
};

const enqueue = (item: Item): void => {
  const { id, name } = item;
  setTimeout(item.tell, 5e3, { id, status: 'queued' });
  queue.set(id, item);
  // Written ahead at once: the next thing the page does may be to leave. A pageview can wait until the page is idle.
  if (name !== 'pageview' && isOpen()) seal(item);
  trim();
  schedule();
};
