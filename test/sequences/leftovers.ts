import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumProfile } from '../field/drive/ChromiumProfile.js';
import type { Visitor } from './Visitor.js';

/** Tabs see each other's storage a moment later. */
const PATIENCE_MS = 2_000;

/** What the browser still keeps of a visitor who said no: sentences, none when all is as it should be. */
export async function leftovers(visitor: Visitor, profile: ChromiumProfile, when: string): Promise<string[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const cookies = (await profile.cookies())
      .map(({ name }) => name)
      .filter((name) => name.startsWith('_rt'));
    const memory = (await visitor.kept('_rt')).filter((key) => key === '_rt');
    const kept = [...cookies, ...memory, ...(await visitor.kept('_rq.'))];
    if (kept.length === 0) return [];
    if (Date.now() > deadline) return [`After a denial there is still ${kept.join(', ')}, after ${when}.`];
    await sleep(50);
  }
}
