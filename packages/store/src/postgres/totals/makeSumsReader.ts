import { toInteger } from '../toInteger.js';
import type { Transaction } from '../transaction.js';
import type { PeriodPlan } from './periodPlan.js';
import type { SumsSpec } from './SumsSpec.js';
import { sumsStatement } from './sumsStatement.js';

/** Whose, and over which periods; `partners`: absent for all. */
export type SumsQuery = PeriodPlan & { site: string; partners?: readonly string[] };

/** What is read for one partner in one period of the answer; `keys` and `values` as the spec has them, null for none. */
export type SumsRow = { partner: string; shown: string; keys: string[]; values: (number | null)[] };

/** Hands over all sums; one may come in several pieces, which are to be added up. */
export type SumsReader = (
  transaction: Transaction,
  query: SumsQuery,
  take: (row: SumsRow) => void,
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
    for (const row of await ask<{ shown: string; lines: string }>(statement, values))
      for (const line of row.lines.split('\n')) take({ shown: row.shown, ...parse(line, spec) });
  };
}

function parse(line: string, { values, keys }: SumsSpec): Omit<SumsRow, 'shown'> {
  const row: Omit<SumsRow, 'shown'> = { partner: '', keys: [], values: [] };
  let from = 0;
  for (let index = 0; index < values.length + keys.length; index++) {
    const to = line.indexOf(',', from);
    const text = line.slice(from, to);
    if (index >= values.length) row.keys.push(text);
    else row.values.push(text === '' ? null : toInteger(text));
    from = to + 1;
  }
  row.partner = line.slice(from);
  return row;
}
