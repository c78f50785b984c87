import type { Statement } from '../Statement.js';
import { settleAll } from '../settleAll.js';
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

/** `fresh`: what is not added up yet. */
type Statements = { each: Statement; summed: Statement; fresh: Statement | false };
type Lines = { shown: string; lines: string };

/** From so many stored periods to one that is shown it is cheaper to let the database add up. */
const MANY = 3;

/** Makes what reads the sums of a spec. */
export function makeSumsReader(spec: SumsSpec): SumsReader {
  const statements: readonly Statements[] = [false, true].map((isOfSome) => ({
    each: sumsStatement(spec, { isOfSome }),
    summed: sumsStatement(spec, { isOfSome, summed: true }),
    fresh: spec.table === 'counts' && sumsStatement(spec, { isOfSome, summed: true, isFresh: true }),
  }));
  return async ({ ask }, { site, stored, shown, partners }, take) => {
    const isMany = stored.length >= MANY * new Set(shown).size;
    const values = [site, stored, shown, ...(partners ? [partners] : [])];
    const { each, summed, fresh } = statements[Number(partners !== undefined)] as Statements;
    const asked = [isMany ? summed : each, ...(fresh ? [fresh] : [])];
    const answers = await settleAll(asked.map((one) => ask<Lines>(one, values)));
    for (const answer of answers.flat()) readLines(answer, spec, take);
  };
}

function readLines(
  { shown, lines }: Lines,
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
