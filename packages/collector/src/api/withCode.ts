import { ConflictError } from '@reftally/store';
import { HttpError } from '../http/HttpError.js';
import { makeCode } from './makeCode.js';

const TRIES = 6;

/** Where a code comes from: chosen, or made from a name; the first `suffix` is how many random characters it starts with. */
export type CodeSource = { code?: string | undefined; name: string; suffix: number };

/**
 * Adds something under a code, which only the store can say is free: a chosen code that is taken is a 409, a made one is made
 * again with more random characters.
 */
export async function withCode<Added>(
  { code, name, suffix }: CodeSource,
  add: (code: string) => Promise<Added>,
): Promise<Added> {
  for (let tried = 0; ; tried += 1) {
    const next = code ?? makeCode(name, tried === 0 ? suffix : suffix + 2 + tried);
    try {
      return await add(next);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      if (code !== undefined) throw taken(code);
      if (tried >= TRIES) throw error;
    }
  }
}

function taken(code: string): HttpError {
  return new HttpError(409, 'conflict', `code: "${code}" is taken on this site; choose another.`, {
    field: 'code',
  });
}
