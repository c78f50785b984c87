import { z } from 'zod';
import type { Finding } from './Finding.js';
import type { Patient } from './Patient.js';
import { probe } from './probe.js';
import type { World } from './World.js';

/** Not a host that anybody can have (RFC 2606). */
const STRANGER = 'https://reftally-doctor.invalid';

const rows = z.object({ r: z.array(z.object({ status: z.string() })).length(1) });

/** Whether events of the shop's pages pass, and those of other pages do not. `origin` is the shop's. */
export async function checkEvents(patient: Patient, origin: string, world: World): Promise<Finding[]> {
  return [await ownEvents(patient, origin, world), await foreignEvents(patient, world)];
}

async function ownEvents(patient: Patient, origin: string, world: World): Promise<Finding> {
  const { endpoint, site, origins } = patient;
  const fail = (says: string, next: string): Finding => ({ check: 'events', status: 'fail', says, next });
  const reached = await probe(patient, world, { origin });
  if (!reached.answer) {
    return fail(
      `${endpoint} cannot be reached: ${reached.unreachable}.`,
      'Check --public-url and the proxy in front.',
    );
  }
  const { status, headers } = reached.answer;
  if (status === 403) {
    const list = [...origins, origin].join(' ');
    return fail(
      `Pages of ${origin} may not send events for site "${site}".`,
      `reftally site set ${site} --origin ${list}`,
    );
  }
  if (status === 401) {
    return fail(
      `The collector at ${endpoint} does not know this site's key.`,
      'Another collector answers there: check --public-url and the proxy in front.',
    );
  }
  if (status !== 200 || !rows.safeParse(parse(reached.body)).success) {
    const next = 'Have the proxy in front pass POST requests to this path on to the collector, as they are.';
    return fail(`${endpoint} answers ${status}, and not as a collector does.`, next);
  }
  return cors(headers, patient, origin, fail);
}

function cors(
  headers: Headers,
  { endpoint, tag }: Patient,
  origin: string,
  fail: (says: string, next: string) => Finding,
): Finding {
  const next = "Have the proxy in front pass the collector's headers on, and add none of its own for CORS.";
  const isCross = new URL(endpoint).origin !== origin;
  if (isCross && headers.get('access-control-allow-origin') !== origin) {
    return fail(
      `${endpoint} does not allow ${origin} to read its answers: browsers would send all events again.`,
      next,
    );
  }
  if (isCross && tag.credentials && headers.get('access-control-allow-credentials') !== 'true') {
    return fail(`${endpoint} does not allow cookies along with events, though the site says so.`, next);
  }
  return { check: 'events', status: 'pass', says: `Events of ${origin} are taken at ${endpoint}.` };
}

async function foreignEvents(patient: Patient, world: World): Promise<Finding> {
  const check = 'strangers';
  const { answer, unreachable } = await probe(patient, world, { origin: STRANGER });
  if (answer?.status === 403) return { check, status: 'pass', says: 'Events of other pages are refused.' };
  if (!answer) return { check, status: 'fail', says: `This could not be tried: ${unreachable}.` };
  if (answer.status === 200) {
    const next = 'Have the proxy in front pass the Origin header on.';
    return { check, status: 'fail', says: 'Events of any page are taken.', next };
  }
  return {
    check,
    status: 'warn',
    says: `Events of other pages are answered with ${answer.status}, not 403.`,
  };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
