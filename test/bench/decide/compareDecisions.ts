import { decide, defaultPolicy, type Outcome } from '@reftally/core';
import { formatTable } from '../formatTable.js';
import { median } from '../median.js';
import type { DecideCase } from './DecideCase.js';
import { decideCases } from './decideCases.js';
import { makePurchases } from './makePurchases.js';
import { purchaseSet } from './purchaseSet.js';
import { ratePerSecond } from './ratePerSecond.js';

const COUNT = 4_096;
const GOAL = 300_000;

type Task = { name: string; run: (index: number) => void };

/** Decides purchases under each policy, in interleaved rounds, and prints the medians beside the floor: the JSON of such a purchase. */
export function compareDecisions(rounds: number, ms: number): void {
  const tasks = [floor(), ...decideCases.map(taskOf)];
  for (const { run } of tasks) ratePerSecond(run, ms);
  const rates = tasks.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++)
    for (const [index, { run }] of tasks.entries()) rates[index]?.push(ratePerSecond(run, ms));
  const rows = tasks.map(({ name }, index) => rowOf(name, median(rates[index] ?? []), index > 0));
  console.log(formatTable(['', 'a CPU second', 'µs each', 'goal: 300,000'], rows));
}

function floor(): Task {
  const texts = makePurchases(COUNT, undefined).map((event) => JSON.stringify(event));
  const run = (index: number) => void JSON.stringify(JSON.parse(texts[index % COUNT] ?? ''));
  return { name: 'JSON.parse + JSON.stringify of a purchase', run };
}

function taskOf({ name, commission, items }: DecideCase): Task {
  const policy = { ...defaultPolicy(), commission };
  const work = makePurchases(COUNT, items).map((event) => ({ event, set: purchaseSet(event) }));
  const run = (index: number) => {
    const one = work[index % COUNT];
    if (one) check(decide(one.event, one.set, policy, one.event.at), commission.length > 0);
  };
  return { name: `decide: ${name}`, run };
}

/** A policy that does not do what the row says would be measured for nothing. */
function check({ conversion, entries }: Outcome, earns: boolean): void {
  if (conversion?.status !== 'credited' || (entries?.length ?? 0) !== (earns ? 1 : 0))
    throw new Error(`not what was to be measured: ${JSON.stringify(conversion)}`);
}

function rowOf(name: string, rate: number, isGoal: boolean): string[] {
  const count = Math.round(rate).toLocaleString('en-US');
  return [name, count, (1e6 / rate).toFixed(2), isGoal ? (rate >= GOAL ? 'met' : 'not met') : ''];
}
