import { countArrivals } from './countArrivals.js';
import { countStart } from './countStart.js';
import type { Findings } from './Findings.js';
import { fetchSizes } from './fetchSizes.js';
import { formatFindings } from './formatFindings.js';
import type { ScriptOptions } from './readScriptOptions.js';
import type { Entry, Stage } from './Stage.js';
import { type Spent, timeScript } from './timeScript.js';

/** Measures all contenders and prints the table. */
export async function compareScripts(stage: Stage, { runs, rounds }: ScriptOptions): Promise<void> {
  const times = await timeAll(stage, rounds);
  const findings: Findings[] = [];
  for (const [index, entry] of stage.entries.entries())
    findings.push(await lookAt(stage, entry, times[index] ?? [], runs));
  console.log(formatFindings(findings, runs));
  const counted = stage.field.counted('purchase').map(({ orderId }) => orderId);
  console.log(
    `\nOf ours the collector counted ${counted.length} sales, ${new Set(counted).size} different ones.`,
  );
  const elsewhere = [...stage.elsewhere].map(([host, count]) => `${host} (${count})`);
  console.log(`Asked for elsewhere, and refused: ${elsewhere.join(', ') || 'nothing'}.`);
}

async function timeAll(stage: Stage, rounds: number): Promise<Spent[][]> {
  const times = stage.entries.map((): Spent[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, entry] of stage.entries.entries()) times[index]?.push(await timeScript(stage, entry));
  }
  return times;
}

async function lookAt(stage: Stage, entry: Entry, spent: readonly Spent[], runs: number): Promise<Findings> {
  const { name, canBuy } = entry.contender;
  const sizes = await fetchSizes(entry);
  const start = await countStart(stage, entry);
  if (!canBuy) return { name, sizes, start, spent, arrivals: undefined };
  const closed = await countArrivals(stage, entry, 'closed', runs);
  const gone = await countArrivals(stage, entry, 'gone', runs);
  const offline = await countArrivals(stage, entry, 'offline', runs);
  const refused = await countArrivals(stage, entry, 'refused', runs);
  return { name, sizes, start, spent, arrivals: { closed, gone, offline, refused } };
}
