import { setTimeout as pause } from 'node:timers/promises';
import { beginWriting } from './beginWriting.js';
import type { Connections } from './connect.js';
import { isUsable } from './isUsable.js';
import { namedStatement } from './namedStatement.js';
import { Pipeline } from './Pipeline.js';
import type { Run } from './Run.js';
import { retry } from './retry.js';
import { settleAll } from './settleAll.js';
import type { Transacted } from './Transacted.js';

/** `isRolledBack`: the attempt before this one has certainly left nothing, since somebody was in its way. */
type Work<T> = (run: Run, isRolledBack: boolean) => Promise<Transacted<T>>;

/** A row has been made or changed by somebody else (see `writeSql`), or two transactions stand in each other's way. */
const CONFLICTS: ReadonlySet<unknown> = new Set(['23505', '22012', '40001', '40P01']);
/** Each of so many others may have been in the way once. */
const CONFLICT_ATTEMPTS = 50;
const CONFLICT_MS = 20;

const COMMIT = namedStatement('write.commit', 'COMMIT');

/**
 * Runs work in a transaction, `READ COMMITTED`, whose statements go over the wire together, and commits. Somebody else in the way: all of it again; a
 * connection that is cut: the same, a few times. Then a commit whose answer was lost may have succeeded, and `work` must find its own traces. Rejects
 * with whatever `work` throws, and with an `UnavailableError` when the database is to blame.
 */
export function retryTransaction<T>(connections: Connections, work: Work<T>): Promise<T> {
  return retry(async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await runOnce(connections, (run) => work(run, attempt > 1));
      } catch (error) {
        if (attempt === CONFLICT_ATTEMPTS || !CONFLICTS.has((error as { code?: unknown }).code)) throw error;
        await pause(Math.random() * Math.min(attempt, 5) * CONFLICT_MS);
      }
    }
  });
}

async function runOnce<T>(
  { pool, prepare }: Connections,
  work: (run: Run) => Promise<Transacted<T>>,
): Promise<T> {
  const client = await pool.connect();
  const pipeline = new Pipeline(client, prepare);
  const begun = beginWriting.map((statement) => pipeline.ask(statement));
  for (const one of begun) one.catch(() => {}); // The commit says so, too.
  try {
    const { value, writes = [] } = await work(pipeline.run);
    const [{ tag }] = await settleAll([pipeline.ask(COMMIT), ...begun, ...writes]);
    if (tag !== 'COMMIT') throw new Error('the transaction has been rolled back');
    client.release();
    return value;
  } catch (error) {
    client.release(!(await isUsable(client, error)));
    throw error;
  }
}
