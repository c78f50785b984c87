import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CliError } from './CliError.js';

const key = z.looseObject({ id: z.string(), publicKey: z.string() });
const keys = key.extend({ retired: z.array(key).default([]) });
const named = z.looseObject({ key: z.looseObject({ id: z.string() }) });

/** The public key (base64url) to check a statement by: of the keys in the file the one that it names, retired ones included, else the current one. */
export async function readStatementKey(file: string, statement: unknown): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(`${file} cannot be read (${error.code}).`);
  });
  if (/^[\w-]{43}\s*$/.test(text)) return text.trim();
  const parsed = keys.safeParse(parse(text));
  if (!parsed.success) {
    throw new CliError(
      `${file} holds no key: expected what GET /api/v1/statements/key answers, or 43 characters of base64url.`,
    );
  }
  const id = named.safeParse(statement).data?.key.id;
  return (
    [parsed.data, ...parsed.data.retired].find((one) => one.id === id)?.publicKey ?? parsed.data.publicKey
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
