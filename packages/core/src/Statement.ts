import type { Balance } from './balancesOf.js';
import type { LedgerLine } from './LedgerLine.js';

/** What the signature is over, as canonical JSON: whose account, when (ISO 8601), how many lines, and the last line's hash. */
export type StatementHead = {
  format: 'reftally-statement-1';
  site: string;
  partner: string;
  at: string;
  lines: number;
  hash: string;
};

/** An Ed25519 public key: 32 bytes as base64url; its id is the first 16 hex digits of their SHA-256. */
export type StatementKey = { id: string; algorithm: 'Ed25519'; publicKey: string };

/** A partner's whole account, oldest line first, that can be checked by anybody with nothing but the key. */
export type Statement = {
  head: StatementHead;
  /** Ed25519 over the head, base64url. */
  signature: string;
  key: StatementKey;
  /** Held, payable and paid at the time of the head; they follow from the lines. */
  balance: Balance;
  lines: LedgerLine[];
};
