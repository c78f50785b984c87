import { createHash } from 'node:crypto';

/** What a browser compares a file with (Subresource Integrity, also a CSP's hash): `sha384-…`. */
export function integrityOf(content: Buffer | string): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
