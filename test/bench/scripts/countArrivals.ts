import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { type Harm, harms } from './harms.js';
import { openShop } from './openShop.js';
import type { Entry, Stage } from './Stage.js';

/** What became of sales that came to harm. */
export interface Arrivals {
  /** How many the server got. */
  readonly atOnce: number;
  /** How many it had got after the buyers had come back; undefined when they did not. */
  readonly later: number | undefined;
  /** How many it got more than once. */
  readonly repeated: number;
}

/** A visitor who has bought. */
interface Buyer {
  readonly profile: BrowserContext;
  /** ms since the epoch. */
  readonly boughtAt: number;
}

/**
 * Lets a number of visitors, each with a profile of their own, buy once, and says how many of the sales a contender's server got.
 */
export async function countArrivals(
  stage: Stage,
  entry: Entry,
  what: keyof typeof harms,
  runs: number,
): Promise<Arrivals> {
  const harm: Harm = harms[what];
  const { server } = entry;
  const orders = [...Array(runs).keys()].map((run) => `order-${what}-${String(run).padStart(3, '0')}`);
  const times = () => orders.map((order) => server.arrived.get(order) ?? 0);
  const count = (atLeast: number) => times().filter((one) => one >= atLeast).length;
  server.latencyMs = harm.latencyMs ?? 0;
  server.refusesFirst = harm.refusesFirst ?? false;
  const buyers: Buyer[] = [];
  for (const order of orders) buyers.push(await buyOnce(stage, entry, harm, order));
  await waitFor(() => count(1) === runs, harm.patienceMs);
  const atOnce = count(1);
  server.latencyMs = 0;
  const { backAfterMs } = harm;
  if (backAfterMs !== undefined) {
    for (const buyer of buyers) await comeBack(entry, buyer, backAfterMs);
    await waitFor(() => count(1) === runs, harm.patienceMs);
  }
  await Promise.all(buyers.map(({ profile }) => profile.close()));
  server.refusesFirst = false;
  return { atOnce, later: backAfterMs === undefined ? undefined : count(1), repeated: count(2) };
}

async function buyOnce(stage: Stage, entry: Entry, harm: Harm, order: string): Promise<Buyer> {
  const profile = await stage.newProfile();
  const page = await openShop(entry, profile, harm.features);
  await harm.play(page, `(${entry.contender.buy})('${order}')`, entry.server);
  return { profile, boughtAt: Date.now() };
}

async function comeBack(entry: Entry, { profile, boughtAt }: Buyer, afterMs: number): Promise<void> {
  await sleep(Math.max(0, boughtAt + afterMs - Date.now()));
  await openShop(entry, profile);
}

async function waitFor(isSo: () => boolean, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!isSo() && Date.now() < end) await sleep(100);
}
