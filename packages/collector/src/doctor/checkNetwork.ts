import { isIP } from 'node:net';
import type { Finding } from './Finding.js';
import { sharesNetwork } from './sharesNetwork.js';
import { siteOf } from './siteOf.js';
import type { World } from './World.js';

const MOST_ALIASES = 8;

/**
 * Whether Safari takes the collector's host for one of the shop's: it does not when the name only stands for a host of others (CNAME), nor
 * when the address is of another network, however the host is called. The two hosts are of one site.
 */
export async function checkNetwork(collector: string, shop: string, world: World): Promise<Finding[]> {
  if (collector === shop) {
    return [{ check: 'network', status: 'pass', says: "The collector is on the shop's own host." }];
  }
  return [await aliasFinding(collector, shop, world), await addressFinding(collector, shop, world)];
}

async function aliasFinding(collector: string, shop: string, world: World): Promise<Finding> {
  const check = 'alias';
  const end = await lastAlias(collector, world);
  if (end === collector) return { check, status: 'pass', says: `${collector} is no alias of another name.` };
  const own = [siteOf(shop), siteOf(await lastAlias(shop, world))];
  if (own.includes(siteOf(end))) {
    return { check, status: 'pass', says: `${collector} is an alias of ${end}, where the shop is too.` };
  }
  return {
    check,
    status: 'warn',
    says: `${collector} is an alias (CNAME) of ${end}, a host of others: Safari keeps its cookies for 7 days.`,
    next: `Give ${collector} an A or AAAA record of its own.`,
  };
}

async function lastAlias(host: string, { aliases }: World): Promise<string> {
  let name = host;
  for (let hops = 0; hops < MOST_ALIASES && isIP(name) === 0; hops += 1) {
    const [next] = await aliases(name).catch(() => []);
    if (next === undefined) break;
    name = next.toLowerCase().replace(/\.$/, '');
  }
  return name;
}

async function addressFinding(collector: string, shop: string, world: World): Promise<Finding> {
  const check = 'network';
  const [ours, theirs] = [await addressesOf(collector, world), await addressesOf(shop, world)];
  if (ours.length === 0 || theirs.length === 0) {
    const nameless = ours.length === 0 ? collector : shop;
    return { check, status: 'fail', says: `${nameless} has no address.`, next: 'Check its DNS records.' };
  }
  const strangers = ours.filter((one) => !theirs.some((other) => sharesNetwork(one, other)));
  const lonely = theirs.filter((one) => !ours.some((other) => sharesNetwork(one, other)));
  if (strangers.length === 0 && lonely.length === 0) {
    return { check, status: 'pass', says: 'The collector and the shop have addresses of one network.' };
  }
  const partly = strangers.length < ours.length ? ' for some visitors' : '';
  return {
    check,
    status: 'warn',
    says: `The addresses of the collector (${ours.join(', ')}) and the shop (${theirs.join(', ')}) do not share their first half: Safari keeps the collector's cookies for 7 days${partly}.`,
    next: `Serve the collector by the shop's own server or CDN: a path of ${shop} that is passed on to it, with --collect-path and --script-path.`,
  };
}

async function addressesOf(host: string, { addresses }: World): Promise<string[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? addresses(host).catch(() => []) : [bare];
}
