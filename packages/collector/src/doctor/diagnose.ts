import { checkCookie } from './checkCookie.js';
import { checkEvents } from './checkEvents.js';
import { checkPage } from './checkPage.js';
import { checkScript } from './checkScript.js';
import type { Finding } from './Finding.js';
import type { Patient } from './Patient.js';
import type { World } from './World.js';

/** Looks at a deployment from outside, as a browser would, and changes nothing in it. */
export async function diagnose(patient: Patient, world: World): Promise<Finding[]> {
  const script = await checkScript(patient, world);
  const { origin, findings: page } = await checkPage(patient, world);
  const events = await checkEvents(patient, origin, world);
  return [...script, ...page, ...events, ...(await checkCookie(patient, origin, world))];
}
