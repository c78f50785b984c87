import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The file of the command `reftally`. */
export const CLI = commandLine();

/** The command as the package declares it; this file also runs from `dist`, so the package is looked up by its name. */
function commandLine(): string {
  const packageRoot = join(dirname(createRequire(import.meta.url).resolve('@reftally/collector')), '..');
  const { bin } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    bin: { reftally: string };
  };
  return join(packageRoot, bin.reftally);
}
