import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A change of the schema, applied once; by name they are in the order in which they are applied. */
export type Migration = { name: string; sql: string };

/** The migrations in a folder: files named `2026-11-23-events.sql`. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-\d\d-\d\d-.+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: await readFile(join(folder, file), 'utf8'),
    })),
  );
}
