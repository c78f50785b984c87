/** Whether a statement has failed because a unique key is taken. */
export function isTaken(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === '23505';
}
