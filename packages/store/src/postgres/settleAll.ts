type Results<T extends readonly unknown[]> = { -readonly [Index in keyof T]: Awaited<T[Index]> };

const IN_FAILED_TRANSACTION = '25P02';

/** Waits for all, so that nothing is under way any more; rejects with the error from which the others follow. */
export async function settleAll<const T extends readonly unknown[]>(all: T): Promise<Results<T>> {
  const results = await Promise.allSettled(all);
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (errors.length > 0) throw errors.find(({ code }) => code !== IN_FAILED_TRANSACTION) ?? errors[0];
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as Results<T>;
}
