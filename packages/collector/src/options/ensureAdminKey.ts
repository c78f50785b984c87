import { readFile, writeFile } from 'node:fs/promises';
import { StartError } from '@reftally/store';
import { newSecret } from '../auth/newSecret.js';
import { adminKeyFile } from './adminKeyFile.js';

/** The operator's key; `made` on the very first start, when somebody has to be shown it. */
export type AdminKey = { key: string; made: boolean };

/** Reads the operator's key from the data folder, or makes it and keeps it there with mode 0600. */
export async function ensureAdminKey(dataFolder: string | undefined): Promise<AdminKey> {
  if (dataFolder === undefined) {
    throw new StartError(
      'This store has no folder to keep a key in: give one with --admin-key (REFTALLY_ADMIN_KEY), the same to every collector on it.',
    );
  }
  const file = adminKeyFile(dataFolder);
  const kept = await readKey(file);
  if (kept !== undefined) return { key: kept, made: false };
  const key = `rt_adm_${newSecret()}`;
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    throw new StartError(
      `The admin key cannot be written to ${file} (${codeOf(error)}): make the folder writable.`,
    );
  });
  return { key, made: true };
}

async function readKey(file: string): Promise<string | undefined> {
  try {
    const key = (await readFile(file, 'utf8')).trim();
    if (key.length >= 12) return key;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new StartError(
      `The admin key cannot be read from ${file} (${codeOf(error)}): check its owner and mode.`,
    );
  }
  throw new StartError(
    `${file} holds no key: write one of at least 12 characters into it, or delete it for a new one.`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
