import { codeKey, type Link, type Partner, type Site } from '@reftally/core';
import type { Fact } from '../../file/Fact.js';
import type { Token } from '../../Token.js';
import { bySiteSql } from '../ledger/bySiteSql.js';
import type { Run } from '../Run.js';
import { forgetTokens } from '../setup/forgetTokens.js';
import { applySql } from './applySql.js';

const KEPT_MS = 2 * 86_400_000;

/** Writes what an operator has set up, and what is remembered of sign-ins. Throws on a fact that this version does not know. */
export async function applySetup(run: Run, fact: Fact): Promise<void> {
  if ('site' in fact) await applySite(run, fact.site);
  else if ('partner' in fact) {
    await applyPartner(run, fact.partner);
    if (fact.link) await applyLink(run, fact.link);
  } else if ('link' in fact) await applyLink(run, fact.link);
  else if ('token' in fact) await applyToken(run, fact.token);
  else if ('taken' in fact) await run(applySql.taken, fact.taken.kind, fact.taken.hash);
  else if ('existing' in fact) await applyExisting(run, fact);
  else if ('seen' in fact) await applySeen(run, fact.seen);
  else throw new Error('a newer version of Reftally has written it');
}

async function applySite(run: Run, site: Site): Promise<void> {
  const { id, publicKey, secretHash, createdAt } = site;
  await run(applySql.site, id, publicKey, secretHash, createdAt, JSON.stringify(site));
}

async function applyPartner(run: Run, partner: Partner): Promise<void> {
  const { id, site, code, name, createdAt } = partner;
  await run(applySql.partner, id, site, code, name, createdAt, JSON.stringify(partner));
}

async function applyLink(run: Run, link: Link): Promise<void> {
  const { site, code, id, partner, createdAt } = link;
  await run(applySql.link, site, codeKey(code), id, partner, createdAt, JSON.stringify(link));
}

async function applyToken(run: Run, token: Token): Promise<void> {
  const { kind, hash, createdAt, expiresAt } = token;
  await run(applySql.token, kind, hash, expiresAt, JSON.stringify(token));
  await run(forgetTokens, createdAt, kind, hash);
}

async function applyExisting(
  run: Run,
  { existing, of }: Extract<Fact, { existing: unknown }>,
): Promise<void> {
  const rows = existing.map((customer) => {
    const { customerId: id, importedAt: imported_at } = customer;
    return { id, imported_at, body: JSON.stringify(customer) };
  });
  await run(bySiteSql.claimCustomers, of, [...new Set(rows.map(({ id }) => id))].sort());
  await run(applySql.existing, of, JSON.stringify(rows));
}

async function applySeen(
  run: Run,
  { site, partner, client, at }: Extract<Fact, { seen: unknown }>['seen'],
): Promise<void> {
  await run(bySiteSql.forgetSeen, site, partner, at - KEPT_MS);
  await run(applySql.seen, site, partner, client, at);
}
