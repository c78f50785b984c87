import { integrityOf } from '../assets/integrityOf.js';
import type { Finding } from './Finding.js';
import type { Patient } from './Patient.js';
import { type Reached, reach } from './reach.js';
import type { World } from './World.js';

/** Whether the script and its versioned copy arrive as they were built, and how often, and how large. */
export async function checkScript(patient: Patient, world: World): Promise<Finding[]> {
  const encodings = { 'accept-encoding': 'gzip, deflate, br' };
  const script = await reach(world, patient.script, { headers: encodings });
  const pinned = await reach(world, patient.pinned, { headers: encodings });
  const findings = [intact('script', patient.script, script, patient), pinnedFinding(pinned, patient)];
  if (!script.answer?.ok) return findings;
  return [...findings, await caching(script.answer, patient, world), compression(script.answer)];
}

function intact(check: string, url: string, reached: Reached, { integrity, version }: Patient): Finding {
  if (!reached.answer) {
    const next = 'Check --public-url, the proxy in front and the firewall: shoppers need this address.';
    return { check, status: 'fail', says: `${url} cannot be reached: ${reached.unreachable}.`, next };
  }
  const { status } = reached.answer;
  if (status !== 200) {
    const next = 'Have the proxy in front pass this path on to the collector.';
    return { check, status: 'fail', says: `${url} answers ${status} instead of the script.`, next };
  }
  if (integrityOf(reached.body) === integrity) {
    return { check, status: 'pass', says: `${url} is version ${version}, byte for byte.` };
  }
  const next = 'Turn off what rewrites scripts on the way (minifier, "optimizer", cache of an old version).';
  return { check, status: 'fail', says: `${url} is not the file that the collector has.`, next };
}

function pinnedFinding(reached: Reached, patient: Patient): Finding {
  const finding = intact('pinned', patient.pinned, reached, patient);
  if (finding.status !== 'pass') return finding;
  const allowed = reached.answer?.headers.get('access-control-allow-origin');
  if (allowed === '*') return finding;
  return {
    check: 'pinned',
    status: 'fail',
    says: `${patient.pinned} comes without "Access-Control-Allow-Origin: *": browsers refuse a tag with a hash.`,
    next: "Have the proxy in front pass the collector's headers on.",
  };
}

async function caching(first: Response, { script }: Patient, world: World): Promise<Finding> {
  const check = 'caching';
  const etag = first.headers.get('etag');
  const next = "Have the proxy in front pass ETag and If-None-Match on, in the collector's words.";
  if (etag === null)
    return { check, status: 'warn', says: 'The script has no ETag: it is sent again every time.', next };
  const headers = {
    'accept-encoding': 'gzip, deflate, br',
    'if-none-match': etag,
    'cache-control': 'max-age=0',
  };
  const { answer } = await reach(world, script, { headers });
  if (answer?.status === 304)
    return { check, status: 'pass', says: 'A browser that has the script is told so (304).' };
  return { check, status: 'warn', says: 'A browser that has the script gets it again.', next };
}

function compression({ headers }: Response): Finding {
  const check = 'compression';
  const encoding = headers.get('content-encoding');
  if (encoding !== null)
    return { check, status: 'pass', says: `The script is compressed on the way (${encoding}).` };
  return {
    check,
    status: 'warn',
    says: 'The script comes uncompressed: twice the bytes.',
    next: 'Have the proxy in front pass Accept-Encoding on, or compress by itself.',
  };
}
