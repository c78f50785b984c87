import type { ChainedEntry } from '@reftally/core';
import { checkChain } from '../file/backup/checkChain.js';
import type { Connections } from '../postgres/connect.js';
import { namedStatement as sql } from '../postgres/namedStatement.js';
import { query } from '../postgres/query.js';
import { readTotals } from '../postgres/totals/readTotals.js';
import { readTrustTotals } from '../postgres/totals/readTrustTotals.js';
import { StartError } from '../StartError.js';
import type { CopyCounts, CopySummary } from './CopySummary.js';
import { SummaryDetails } from './SummaryDetails.js';

const SITES = sql('copy.sites', 'SELECT id FROM sites ORDER BY id');
const COUNTS = sql(
  'copy.counts',
  `SELECT (SELECT count(*) FROM sites) AS "sites", (SELECT count(*) FROM partners) AS "partners",
    (SELECT count(*) FROM links) AS "links", (SELECT count(*) FROM customers WHERE body IS NOT NULL) AS "customers",
    (SELECT count(*) FROM orders WHERE body IS NOT NULL) AS "orders", (SELECT count(*) FROM conversions) AS "conversions",
    (SELECT count(*) FROM payouts) AS "payouts", (SELECT count(*) FROM ledger) AS "ledgerEntries"`,
);
const PAGE = 5_000;
const LEDGER = sql(
  'copy.ledger',
  `SELECT partner, seq, body FROM ledger WHERE site = $1 AND (partner, seq) > ($2, $3) ORDER BY partner, seq LIMIT ${PAGE}`,
);
const ENDS = sql('copy.ends', 'SELECT partner, hash FROM accounts WHERE site = $1 AND seq > 0');

type Line = { partner: string; seq: number; body: string };

/** What a database adds up to; `now` in ms. Rejects with a `StartError` on a ledger that does not hold. */
export async function summaryOfDatabase(connections: Connections, now: number): Promise<CopySummary> {
  const { pool, prepare } = connections;
  const details = new SummaryDetails(now);
  for (const { id } of await query<{ id: string }>(pool, prepare, SITES)) {
    const asked = details.query(id);
    details.addTotals(id, await readTotals(connections, asked), await readTrustTotals(connections, asked));
    await addChains(connections, id, details);
  }
  const [counts] = await query<CopyCounts>(pool, prepare, COUNTS);
  if (!counts) throw new TypeError('a statement without FROM has a row');
  return { counts: { ...counts }, details: details.map };
}

async function addChains({ pool, prepare }: Connections, site: string, details: SummaryDetails) {
  const ends = new Map<string, string>();
  let chain: ChainedEntry[] = [];
  let after: Line = { partner: '', seq: 0, body: '' };
  for (;;) {
    const lines = await query<Line>(pool, prepare, LEDGER, [site, after.partner, after.seq]);
    for (const line of lines) {
      if (line.partner !== after.partner) closeChain(chain, ends);
      if (line.partner !== after.partner) chain = [];
      chain.push(JSON.parse(line.body));
      after = line;
    }
    if (lines.length < PAGE) break;
  }
  closeChain(chain, ends);
  for (const { partner, hash } of await query<{ partner: string; hash: string }>(pool, prepare, ENDS, [site]))
    if (ends.get(partner) !== hash)
      throw new StartError(`The ledger of the partner ${partner} does not end as its account says`);
  for (const [partner, hash] of ends) details.addChain(partner, hash);
}

function closeChain(chain: readonly ChainedEntry[], ends: Map<string, string>): void {
  const last = chain.at(-1);
  if (!last) return;
  checkChain(last.partner, chain);
  ends.set(last.partner, last.hash);
}
