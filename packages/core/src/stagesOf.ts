import type { LedgerEntry } from './LedgerEntry.js';

/** How far a sum is on its way to the partner. */
export type Stage = 'held' | 'payable' | 'paid';

/**
 * Where each entry of a partner stands at a time (ms), in the order of the chain; undefined for payouts themselves. A payout takes all
 * entries of its currency before it that were payable by then, whose conversion was not under review, and that no other payout has; a
 * cancelled one gives them back. So the chain alone tells what is paid, and nothing has to be stored about it.
 */
export function stagesOf(entries: readonly LedgerEntry[], now: number): (Stage | undefined)[] {
  const { takenBy, waiting } = historyOf(entries);
  return entries.map((entry, index) => {
    if (entry.type === 'payout') return undefined;
    if (takenBy?.[index] !== undefined) return 'paid';
    return entry.payableAt > now || isWaiting(entry, waiting) ? 'held' : 'payable';
  });
}

type TakenBy = (string | undefined)[];

/** By index the payout that has taken the entry, and the conversions that are under review in the end. Absent: none. */
type History = { takenBy?: TakenBy; waiting?: Set<string> };

/** Most ledgers have neither payouts nor reviews at most times. */
function historyOf(entries: readonly LedgerEntry[]): History {
  if (!entries.some(({ type, review }) => type === 'payout' || review !== undefined)) return {};
  const takenBy: TakenBy = new Array(entries.length);
  const waiting = new Set<string>();
  let free: number[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.type !== 'payout') {
      free.push(index);
      mark(entry, waiting);
    } else if (entry.minor < 0)
      free = free.filter((one) => !takes(entry, entries[one], { takenBy, waiting }, one));
    else free = giveBack(entry, entries, takenBy, free);
  }
  return { takenBy, waiting };
}

/** In place: from this entry on its conversion is under review, or is not any more. */
function mark({ review, conversion }: LedgerEntry, waiting: Set<string>): void {
  if (review === undefined || conversion === undefined) return;
  if (review === 'open' || review === 'held') waiting.add(conversion);
  else waiting.delete(conversion);
}

function isWaiting({ conversion }: LedgerEntry, waiting: Set<string> | undefined): boolean {
  return waiting !== undefined && conversion !== undefined && waiting.has(conversion);
}

function takes(
  payout: LedgerEntry,
  entry: LedgerEntry | undefined,
  { takenBy, waiting }: Required<History>,
  index: number,
): boolean {
  if (!entry || entry.currency !== payout.currency || entry.payableAt > payout.at) return false;
  if (isWaiting(entry, waiting)) return false;
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
