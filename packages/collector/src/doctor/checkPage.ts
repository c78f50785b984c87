import { createHash } from 'node:crypto';
import { cspAllows } from './cspAllows.js';
import type { Finding } from './Finding.js';
import type { Patient } from './Patient.js';
import { reach } from './reach.js';
import { scriptTags } from './scriptTags.js';
import type { World } from './World.js';

/** Where a page really is, after redirects, and what was found on it. */
export type PageFindings = { origin: string; findings: Finding[] };

const MANAGER = /googletagmanager\.com|gtm\.js|data-gtm|tealium|adobedtm|matomo[^"']*container/i;

/** Whether a page of the shop has the tag, as the collector would write it now, and a policy that lets it work. */
export async function checkPage(patient: Patient, world: World): Promise<PageFindings> {
  const { shop } = patient;
  const { answer, body, unreachable } = { body: Buffer.alloc(0), ...(await reach(world, shop)) };
  const fail = (says: string, next: string) => [{ check: 'page', status: 'fail', says, next } as const];
  const page = new URL(answer?.url || shop);
  const { origin } = page;
  if (!answer) {
    return {
      origin,
      findings: fail(`${shop} cannot be reached: ${unreachable}.`, 'Name a page with --shop.'),
    };
  }
  if (!answer.ok) {
    return {
      origin,
      findings: fail(`${shop} answers ${answer.status}.`, 'Name a page that anybody can see with --shop.'),
    };
  }
  const tags = scriptTags(body.toString());
  const tag = tags.find((one) => one.get('data-site') === patient.publicKey);
  if (!tag) return { origin, findings: [missing(tags, body.toString(), patient)] };
  const policy = policyFinding(answer, page, tag, patient);
  return { origin, findings: [await tagFinding(tag, page, patient, world), policy] };
}

function missing(
  tags: readonly Map<string, string>[],
  html: string,
  { shop, site, publicKey }: Patient,
): Finding {
  const check = 'page';
  const other = tags.map((one) => one.get('data-site')).find((key) => key?.startsWith('rt_pub_'));
  const next = `reftally snippet --site ${site} prints the tag to put into its head.`;
  if (other)
    return {
      check,
      status: 'fail',
      says: `${shop} has the tag of another site (${other}, not ${publicKey}).`,
      next,
    };
  if (!MANAGER.test(html)) return { check, status: 'fail', says: `${shop} does not have the tag.`, next };
  return {
    check,
    status: 'warn',
    says: `${shop} does not have the tag as it comes from the server; its tag manager may add it, which cannot be seen from here.`,
    next: 'Open the page in a browser and look for a request of the script.',
  };
}

/** A tag with the hash of another file loads nothing at all; one with other settings than the site's makes two cookies. */
async function tagFinding(
  tag: Map<string, string>,
  page: URL,
  patient: Patient,
  world: World,
): Promise<Finding> {
  const check = 'page';
  const next = `reftally snippet --site ${patient.site} prints the tag as it should be.`;
  const src = new URL(tag.get('src') ?? '', page).href;
  const [algorithm = '', hash] = tag.get('integrity')?.trim().split(/\s+/)[0]?.split(/-(.*)/s) ?? [];
  if (hash !== undefined && /^sha(256|384|512)$/.test(algorithm)) {
    const { answer, body } = { body: Buffer.alloc(0), ...(await reach(world, src)) };
    if (answer?.status !== 200 || createHash(algorithm).update(body).digest('base64') !== hash) {
      return {
        check,
        status: 'fail',
        says: `The tag's hash is not that of ${src}: browsers refuse the script.`,
        next,
      };
    }
  }
  const differing = differences(tag, patient);
  if (differing.length > 0) {
    return { check, status: 'warn', says: `The page has the tag, but ${differing.join(' and ')}.`, next };
  }
  if (src !== patient.script && src !== patient.pinned) {
    return { check, status: 'warn', says: `The page has the tag, but loads the script from ${src}.`, next };
  }
  return { check, status: 'pass', says: `${patient.shop} has the tag of this site.` };
}

const AGREED = [
  'data-endpoint',
  'data-cookie',
  'data-cookie-domain',
  'data-days',
  'data-credentials',
  'data-gpc',
];

function differences(tag: Map<string, string>, { attributes }: Patient): string[] {
  const says = (value: string | undefined) => (value === undefined ? 'none' : `"${value}"`);
  return AGREED.filter((name) => tag.get(name) !== attributes.get(name)).map(
    (name) => `its ${name} is ${says(tag.get(name))} where the site has ${says(attributes.get(name))}`,
  );
}

function policyFinding(answer: Response, page: URL, tag: Map<string, string>, patient: Patient): Finding {
  const check = 'policy';
  const header = answer.headers.get('content-security-policy');
  if (header === null)
    return { check, status: 'pass', says: 'The page has no Content-Security-Policy in its headers.' };
  const src = new URL(tag.get('src') ?? '', page);
  const script = {
    directives: ['script-src-elem', 'script-src', 'default-src'],
    url: src,
    nonce: tag.get('nonce'),
    integrity: tag.get('integrity'),
  };
  const events = { directives: ['connect-src', 'default-src'], url: new URL(patient.endpoint) };
  const lacking = [
    ...(cspAllows(header, page, script) ? [] : [`script-src ${src.href}`]),
    ...(cspAllows(header, page, events) ? [] : [`connect-src ${patient.endpoint}`]),
  ];
  if (lacking.length === 0)
    return { check, status: 'pass', says: "The page's Content-Security-Policy lets it work." };
  return {
    check,
    status: 'fail',
    says: "The page's Content-Security-Policy refuses it.",
    next: `Add to it: ${lacking.join('; ')}`,
  };
}
