import { makeRandom } from '../crash/support/makeRandom.js';
import type { TrafficSpec } from './LoadSpec.js';

const DAY_MS = 86_400_000;
/** Each visitor makes 10 requests in 3: a million single or mixed events come from 300,000 visitors. */
const NEW_VISITOR_SHARE = 0.3;
const PAGES = [
  'products/aurora-espresso',
  'products/swan-kettle',
  'cart',
  'checkout',
  'journal/how-to-grind',
];

/** Endless events of referred visitors, as the script sends them: pageviews, 4 % signups and 2 % purchases, every one of them new. */
export type Traffic = {
  /** A request with so many events of one browser, or each of any; `address` is that of the browser of the last one. */
  next(events: number, isMixed?: boolean): { body: string; address: string };
  /** How many visitors there have been. */
  visitors(): number;
};

/** Starts a stream of traffic. */
export function makeTraffic({ siteKey, codes, run, knownVisitors, withLines }: TrafficSpec): Traffic {
  const random = makeRandom(knownVisitors + 1);
  // No event is older than its visitor's touch: that is refused, as it should be.
  const started = Date.now() - 1_000;
  let made = 0;
  let visitors = knownVisitors;
  let visitor = 0;

  function pickVisitor(): void {
    const isNew = visitors === 0 || random() < NEW_VISITOR_SHARE;
    visitor = isNew ? visitors++ : Math.floor(random() * visitors);
  }

  function event(now: number): string {
    const number = made++;
    const touchedAt = started - Math.floor(((visitor * 7919) % 1000) * 0.02 * DAY_MS);
    const page = PAGES[visitor % PAGES.length];
    const head = `{"id":"${eventId(now, run, number)}","n":"${nameOf(number)}","t":${now - (number % 40)}`;
    const where = `"u":"https://shop.example/${page}","r":"https://blog.example/posts/best-coffee"`;
    const who = `"a":{"v":"${visitorId(visitor)}","t":[["${codes[visitor % codes.length]}",${touchedAt}]]}`;
    return `${head},${where},${who},"p":${withLines ? linedPropsOf(number, run) : propsOf(number, run)}}`;
  }

  function next(events: number, isMixed = false): { body: string; address: string } {
    const now = Date.now();
    let list = '';
    for (let i = 0; i < events; i++) {
      if (i === 0 || isMixed) pickVisitor();
      list += i === 0 ? event(now) : `,${event(now)}`;
    }
    const address = `10.${visitor >>> 16}.${(visitor >>> 8) & 255}.${visitor & 255}`;
    return { body: `{"v":1,"k":"${siteKey}","s":${now},"e":[${list}]}`, address };
  }

  return { next, visitors: () => visitors };
}

function nameOf(number: number): string {
  const turn = number % 50;
  return turn === 7 || turn === 31 ? 'signup' : turn === 19 ? 'purchase' : 'pageview';
}

function propsOf(number: number, run: string): string {
  const name = nameOf(number);
  if (name === 'signup') return `{"customerId":"c-${run}-${number}"}`;
  if (name === 'pageview') return '{"w":390,"lang":"en-GB"}';
  const amount = `${10 + (number % 90)}.${String(number % 100).padStart(2, '0')}`;
  return `{"orderId":"o-${run}-${number}","amount":"${amount}","currency":"EUR"}`;
}

/** The customer signed up twelve events before. */
function linedPropsOf(number: number, run: string): string {
  const props = propsOf(number, run);
  if (nameOf(number) !== 'purchase') return props;
  const lines = `[{"id":"b1","category":"Books","amount":"7.50"},{"id":"m1","category":"Music","amount":"12.00"}]`;
  return `${props.slice(0, -1)},"customerId":"c-${run}-${number - 12}","items":${lines}}`;
}

/** UUIDv7 layout without dashes, as the script makes them: time first, then what makes it unique. */
function eventId(now: number, run: string, number: number): string {
  const time = now.toString(16).padStart(12, '0');
  const count = number.toString(16).padStart(12, '0');
  return `${time}7${run.slice(0, 3)}8${run.slice(3, 6)}${count}`;
}

function visitorId(visitor: number): string {
  return `v${(Math.imul(visitor, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}${String(visitor).padStart(13, '0')}`;
}
