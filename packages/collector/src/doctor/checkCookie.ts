import { isIP } from 'node:net';
import { isWithin } from '../http/isWithin.js';
import { checkNetwork } from './checkNetwork.js';
import type { Finding } from './Finding.js';
import type { Patient } from './Patient.js';
import { probe } from './probe.js';
import { siteOf } from './siteOf.js';
import type { World } from './World.js';

/**
 * Whether the cookie that the collector sets again by header reaches the browser, and whether Safari will keep it for longer than the 7
 * days which it grants to scripts. `origin` is the shop's.
 */
export async function checkCookie(patient: Patient, origin: string, world: World): Promise<Finding[]> {
  const shop = new URL(origin);
  const collector = new URL(patient.endpoint);
  const findings = [secure(collector, shop), sameSite(collector.hostname, shop.hostname, patient)];
  if (siteOf(collector.hostname) === siteOf(shop.hostname)) {
    findings.push(sentAlong(collector, shop, patient));
    findings.push(...(await checkNetwork(collector.hostname, shop.hostname, world)));
    findings.push(await cameBack(patient, shop, world));
  }
  return [...findings, verdict(findings, patient)];
}

function secure(collector: URL, shop: URL): Finding {
  const check = 'https';
  const plain = [collector, shop].filter(({ protocol }) => protocol !== 'https:').map(({ host }) => host);
  if (plain.length === 0) return { check, status: 'pass', says: 'The shop and the collector are on https.' };
  if (shop.protocol === 'https:') {
    const next =
      'Put a proxy with a certificate in front of the collector, and name it with --public-url https://…';
    return {
      check,
      status: 'fail',
      says: `The shop is on https, and browsers send nothing from there to ${collector.origin}.`,
      next,
    };
  }
  const isLocal = plain.every((host) => /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(host));
  if (isLocal) return { check, status: 'warn', says: 'Plain http: fine on this machine, and only there.' };
  const next = 'Serve both by https.';
  return {
    check,
    status: 'warn',
    says: `${[...new Set(plain)].join(' and ')} on plain http: anybody on the way can read and change what is sent.`,
    next,
  };
}

function sameSite(collector: string, shop: string, { endpoint }: Patient): Finding {
  const check = 'site';
  if (siteOf(collector) === siteOf(shop)) {
    return {
      check,
      status: 'pass',
      says: `The collector (${collector}) is on the shop's own site (${siteOf(shop)}).`,
    };
  }
  const where = isIP(shop) === 0 ? `on a subdomain of ${siteOf(shop)}, or ` : '';
  return {
    check,
    status: 'warn',
    says: `The collector (${collector}) is not on the shop's site (${siteOf(shop)}): it cannot set the cookie, and the one of the script lasts 7 days in Safari.`,
    next: `Serve it ${where}by a path of the shop that is passed on to it; then name that with --public-url instead of ${new URL(endpoint).origin}.`,
  };
}

/** Between origins, a browser sends cookies only where both the script and the collector have said so. */
function sentAlong(collector: URL, shop: URL, { site, tag }: Patient): Finding {
  const check = 'credentials';
  if (collector.origin === shop.origin) {
    return {
      check,
      status: 'pass',
      says: "The collector is on the page's own origin: the cookie is sent along.",
    };
  }
  if (!tag.credentials) {
    return {
      check,
      status: 'warn',
      says: 'The collector is on another origin than the page, and credentials are off: the cookie is not sent along.',
      next: `reftally site set ${site} --credentials on; then put the new snippet into the pages.`,
    };
  }
  const domain = domainOf(shop.hostname, tag.cookieDomain);
  const isShared = domain !== '' && isWithin(collector.hostname, domain);
  if (collector.hostname !== shop.hostname && !isShared) {
    return {
      check,
      status: 'warn',
      says: `The cookie is for ${tag.cookieDomain === 'none' ? 'the host of the page alone' : tag.cookieDomain}: it is not sent to ${collector.hostname}.`,
      next: `reftally site set ${site} --cookie-domain auto; then put the new snippet into the pages.`,
    };
  }
  return { check, status: 'pass', says: 'Credentials are on: the cookie is sent along.' };
}

/** The domain for which the script keeps its cookie on a host; `''` is the host alone. */
function domainOf(host: string, told: string): string {
  if (told !== 'auto') return isWithin(host, told) ? told : '';
  return isIP(host) === 0 && siteOf(host).includes('.') ? siteOf(host) : '';
}

async function cameBack(patient: Patient, shop: URL, world: World): Promise<Finding> {
  const check = 'header';
  const { cookie, days } = patient.tag;
  const domain = domainOf(shop.hostname, patient.tag.cookieDomain);
  const value = `1!${scopeOf(domain, patient.tag.cookieDomain)}!20000!reftally-doctor!doctor*0`;
  const { answer, unreachable } = await probe(patient, world, {
    origin: shop.origin,
    cookie: `${cookie}=${value}`,
  });
  if (!answer) return { check, status: 'fail', says: `This could not be tried: ${unreachable}.` };
  const found = answer.headers.getSetCookie().find((line) => line.startsWith(`${cookie}=`));
  if (found === undefined) {
    return {
      check,
      status: 'warn',
      says: `${patient.endpoint} does not set the cookie again when it is sent one.`,
      next: 'Where a proxy stands in front: have it pass Set-Cookie on, and give the collector --public-url or --trust-proxy, so that it knows its own name.',
    };
  }
  const parts = [`${cookie}=${value}; Path=/; Max-Age=${days * 86_400};`, domain && ` Domain=${domain};`];
  if (found.startsWith(parts.join(''))) {
    return { check, status: 'pass', says: `The collector sets the cookie again, for ${days} days.` };
  }
  const next = "Have the proxy in front pass the collector's Set-Cookie on as it is.";
  return { check, status: 'warn', says: `The cookie comes back changed: ${found.slice(0, 200)}`, next };
}

/** How the script writes a domain down in its cookie: by the number of its labels. */
function scopeOf(domain: string, told: string): number {
  if (domain === '') return -1;
  return told === 'auto' ? domain.split('.').length - 2 : 0;
}

function verdict(findings: readonly Finding[], { tag }: Patient): Finding {
  const check = 'safari';
  const against = findings.filter(({ status }) => status !== 'pass').map((finding) => finding.check);
  if (against.length === 0)
    return { check, status: 'pass', says: `Safari will remember a referral for ${tag.days} days.` };
  return {
    check,
    status: 'warn',
    says: `Safari will remember a referral for 7 days from the last visit, not ${tag.days}: see ${against.join(', ')}. Other browsers are not concerned.`,
  };
}
