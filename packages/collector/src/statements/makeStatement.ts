import {
  balanceOf,
  CHAIN_START,
  type ChainedEntry,
  canonicalJson,
  lineOfEntry,
  type Statement,
} from '@reftally/core';
import type { StatementKeys } from './StatementKeys.js';

/** Whose account, and when (ms). */
export type StatementOf = { site: string; partner: string; at: number };

/** A partner's whole chain with a signed head. */
export function makeStatement(
  { site, partner, at }: StatementOf,
  chain: readonly ChainedEntry[],
  keys: StatementKeys,
): Statement {
  const head = {
    format: 'reftally-statement-1' as const,
    site,
    partner,
    at: new Date(at).toISOString(),
    lines: chain.length,
    hash: chain.at(-1)?.hash ?? CHAIN_START,
  };
  return {
    head,
    signature: keys.sign(canonicalJson(head)),
    key: keys.current(),
    balance: balanceOf(chain, at),
    lines: chain.map(lineOfEntry),
  };
}
