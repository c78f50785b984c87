import type { PoolClient } from 'pg';

/**
 * Rolls back what has failed, and says whether the connection can be used again. One that does not answer is not asked: it would keep us
 * waiting once more.
 */
export async function isUsable(client: PoolClient, error: unknown): Promise<boolean> {
  if (error instanceof Error && error.message === 'Query read timeout') return false;
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}
