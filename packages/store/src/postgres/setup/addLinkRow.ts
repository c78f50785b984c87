import { codeKey, type Link } from '@reftally/core';
import { ConflictError } from '../../ConflictError.js';
import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';

const ADD = namedStatement(
  'link.add',
  `INSERT INTO links (site, key, id, partner, created_at, body) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING RETURNING id`,
);

/** Rejects with a `ConflictError` when the code is taken on the link's site. */
export async function addLinkRow({ ask }: Transaction, link: Link): Promise<void> {
  const { site, code, id, partner, createdAt } = link;
  const [added] = await ask(ADD, [site, codeKey(code), id, partner, createdAt, JSON.stringify(link)]);
  if (!added) throw new ConflictError(`The code ${code} is taken on this site: choose another one`);
}
