import { rename } from 'node:fs/promises';
import { StartError } from '../../StartError.js';
import { folderPaths } from '../folderPaths.js';
import { recover } from '../recover.js';
import type { State } from '../State.js';
import { checkChain } from './checkChain.js';

/** What was found in a restored folder. */
export type Restored = { sites: number; partners: number; conversions: number; ledgerEntries: number };

/**
 * Checks a restored folder: what the log alone adds up to must be what db.json and the log behind it do, to the last hash of every ledger, and
 * every chain must hold from its beginning. Rejects with a `StartError`.
 */
export async function checkRestored(folder: string): Promise<Restored> {
  const kept = summaryOf(checked((await recover(folder, 0, () => {})).state));
  const path = folderPaths.state(folder);
  const aside = folderPaths.newState(folder);
  const hadState = await rename(path, aside).then(
    () => true,
    () => false,
  );
  const { state } = await recover(folder, 0, () => {});
  if (hadState) await rename(aside, path);
  const found = summaryOf(checked(state));
  const wrong = [...new Set([...kept.keys(), ...found.keys()])].find(
    (what) => kept.get(what) !== found.get(what),
  );
  if (wrong !== undefined)
    throw new StartError(`The log and db.json of the backup do not agree on ${wrong}: use another backup`);
  return countsOf(state);
}

function checked(state: State): State {
  for (const { partners } of state.sites.values())
    for (const { partner, entries } of partners.values()) checkChain(partner.id, entries);
  return state;
}

/** Small, so that of two states only one is in memory at a time. */
function summaryOf({ sites }: State): ReadonlyMap<string, string | number> {
  const summary = new Map<string, string | number>();
  for (const [id, { conversions, orders, customers, partners }] of sites) {
    for (const [what, { size }] of Object.entries({ conversions, orders, customers, partners }))
      summary.set(`the ${what} of the site ${id}`, size);
    for (const { partner, entries } of partners.values())
      summary.set(`the ledger of the partner ${partner.id}`, entries.at(-1)?.hash ?? 'empty');
  }
  return summary;
}

function countsOf({ sites }: State): Restored {
  const counts: Restored = { sites: sites.size, partners: 0, conversions: 0, ledgerEntries: 0 };
  for (const { partners, conversions, ledger } of sites.values()) {
    counts.partners += partners.size;
    counts.conversions += conversions.size;
    counts.ledgerEntries += ledger.length;
  }
  return counts;
}
