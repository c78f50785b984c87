import { hash } from 'node:crypto';
import { StartError } from '../StartError.js';

/** What tells a source from another one of its kind: its first fact has ids and a time that no other has. Throws a `StartError` when there is none. */
export function firstFactHash(kind: string, name: string, body: string | undefined): string {
  if (body === undefined) throw new StartError(`Nothing is recorded in ${name}: there is nothing to copy`);
  return `${kind}:${hash('sha256', body, 'hex')}`;
}
