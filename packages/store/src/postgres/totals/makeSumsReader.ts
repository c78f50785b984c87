import type { Transaction } from '../transaction.js';
import { LineReader } from './LineReader.js';
import type { PeriodPlan } from './periodPlan.js';
import type { SumsSpec } from './SumsSpec.js';
import { sumsStatement } from './sumsStatement.js';

/** Whose, and over which periods; `partners`: absent for all. */
export type SumsQuery = PeriodPlan & { site: string; partners?: readonly string[] };

/** What is read for one partner in one period of the answer; `keys` and `values` as the spec has them, null for none. The next one is told in the same object. */
export type SumsRow = { partner: string; shown: string; keys: string[]; values: (number | null)[] };

/** Hands over all sums; one may come in several pieces, which are to be added up. */
export type SumsReader = (
  transaction: Transaction,
  query: SumsQuery,
  take: (row: Readonly<SumsRow>) => void,
) => Promise<void>;

/** From so many stored periods to one that is shown it is cheaper to let the database add up. */
const MANY = 3;

/** Makes what reads the sums of a spec. */
export function makeSumsReader(spec: SumsSpec): SumsReader {
  const statements = [false, true].map((summed) =>
    [false, true].map((isOfSome) => sumsStatement(spec, { summed, isOfSome })),
  );
  return async ({ ask }, { site, stored, shown, partners }, take) => {
    const isMany = stored.length >= MANY * new Set(shown).size;
    const statement = statements[Number(isMany)]?.[Number(partners !== undefined)];
    if (!statement) throw new TypeError('every statement is there');
    const values = [site, stored, shown, ...(partners ? [partners] : [])];
    for (const answer of await ask<{ shown: string; lines: string }>(statement, values))
      readLines(answer, spec, take);
  };
}

function readLines(
  { shown, lines }: { shown: string; lines: string },
  { values, keys }: SumsSpec,
  take: (row: Readonly<SumsRow>) => void,
): void {
  const row: SumsRow = { partner: '', shown, keys: keys.map(() => ''), values: values.map(() => null) };
  const reader = new LineReader(lines);
  while (!reader.isAtEnd) {
    for (let index = 0; index < values.length; index++) row.values[index] = reader.integer();
    for (let index = 0; index < keys.length; index++) row.keys[index] = reader.text(row.keys[index] ?? '');
    row.partner = reader.last();
    take(row);
  }
}
