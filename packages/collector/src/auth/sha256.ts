import { hash } from 'node:crypto';

/** SHA-256 in hex: what is kept of every key and token. They are long and random, so a slow hash would add nothing. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
