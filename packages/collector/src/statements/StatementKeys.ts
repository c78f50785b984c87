import type { StatementKey } from '@reftally/core';

/** The keys by which statements are signed: the newest signs, the public halves of all stay known. */
export type StatementKeys = {
  current(): StatementKey;
  /** Newest first. */
  all(): readonly StatementKey[];
  /** Ed25519 over the UTF-8 of a text by the current key, base64url. */
  sign(text: string): string;
  /** Makes a new current key; the private half of the one before is forgotten. */
  rotate(): Promise<StatementKey>;
};
