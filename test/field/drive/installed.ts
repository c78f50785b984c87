import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of some commands that is on the PATH, or of some files that exist. */
export function installed(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = names.flatMap((name) =>
    name.includes('/') ? [name] : folders.map((folder) => join(folder, name)),
  );
  return places.find((place) => existsSync(place));
}
