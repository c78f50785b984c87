import type { LedgerEntry } from './LedgerEntry.js';

/** How far a sum is on its way to the partner. */
export type Stage = 'held' | 'payable' | 'paid';

/**
 * Where each entry of a partner stands at a time (ms), in the order of the chain; undefined for payouts themselves. A payout takes all
 * entries of its currency before it that were payable by then and that no other payout has; a cancelled one gives them back.
 * So the chain alone tells what is paid, and nothing has to be stored about it.
 */
export function stagesOf(entries: readonly LedgerEntry[], now: number): (Stage | undefined)[] {
  const takenBy = takenIn(entries);
  return entries.map(({ type, payableAt }, index) => {
    if (type === 'payout') return undefined;
    if (takenBy?.[index] !== undefined) return 'paid';
    return payableAt > now ? 'held' : 'payable';
  });
}

type TakenBy = (string | undefined)[];

/** By index: the payout that has taken the entry. Undefined when there is no payout at all, as in most ledgers at most times. */
function takenIn(entries: readonly LedgerEntry[]): TakenBy | undefined {
  if (!entries.some(({ type }) => type === 'payout')) return undefined;
  const takenBy: TakenBy = new Array(entries.length);
  let free: number[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.type !== 'payout') free.push(index);
    else if (entry.minor < 0) free = free.filter((one) => !takes(entry, entries[one], takenBy, one));
    else free = giveBack(entry, entries, takenBy, free);
  }
  return takenBy;
}

function takes(
  payout: LedgerEntry,
  entry: LedgerEntry | undefined,
  takenBy: TakenBy,
  index: number,
): boolean {
  if (!entry || entry.currency !== payout.currency || entry.payableAt > payout.at) return false;
  takenBy[index] = payout.payout;
  return true;
}

function giveBack(
  { payout, currency }: LedgerEntry,
  entries: readonly LedgerEntry[],
  takenBy: TakenBy,
  free: number[],
): number[] {
  const given = [...takenBy.keys()].filter(
    (index) =>
      takenBy[index] !== undefined && takenBy[index] === payout && entries[index]?.currency === currency,
  );
  for (const index of given) takenBy[index] = undefined;
  return [...free, ...given];
}
