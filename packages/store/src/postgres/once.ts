import { randomUUID } from 'node:crypto';
import type { Connections } from './connect.js';
import { namedStatement } from './namedStatement.js';
import { type Transaction, transaction } from './transaction.js';

/** Waits for whoever has put the same id and has not committed yet. */
const PUT = namedStatement(
  'once.put',
  'INSERT INTO commits (id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
);

/** A transaction that is done once, whatever becomes of its answer: when a commit has got through after all, the next attempt resolves to its result. */
export function once<T>(connections: Connections, run: (transaction: Transaction) => Promise<T>): Promise<T> {
  const id = randomUUID();
  let done: { result: T } | undefined;
  return transaction(connections, async (attempt) => {
    const [put] = await attempt.ask(PUT, [id, Date.now()]);
    if (!put && done) return done.result;
    const result = await run(attempt);
    done = { result };
    return result;
  });
}
