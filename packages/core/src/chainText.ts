import { canonicalJson } from './canonicalJson.js';

/** What is hashed for a line: the hash before it (hex), then the line's canonical JSON without its own hash. */
export function chainText(before: string, line: object): string {
  return before + canonicalJson({ ...line, hash: undefined });
}
