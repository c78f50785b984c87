import type { Fact } from '../file/Fact.js';
import { namedStatement } from './namedStatement.js';
import type { Transaction } from './transaction.js';

const ADD = namedStatement(
  'fact.add',
  "INSERT INTO facts (site, seq, at, body) VALUES ($1, nextval('fact_places'), $2, $3)",
);

/** Adds a fact of a site (`''`: of none) to the log. */
export async function addFact({ ask }: Transaction, site: string, fact: Fact): Promise<void> {
  await ask(ADD, [site, Date.now(), JSON.stringify(fact)]);
}
