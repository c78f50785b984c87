import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from '../../field/world/Field.js';
import type { Contender } from './Contender.js';
import { makeDub } from './makeDub.js';
import { makePlausible } from './makePlausible.js';
import { makePosthog } from './makePosthog.js';
import { makeReftally } from './makeReftally.js';

/** Where the contenders are. */
export interface Packages {
  /** Where the published packages are installed. */
  readonly folder: string;
  /** A copy of Dub's script, which its package has not. */
  readonly dubScript: string | undefined;
}

/** Ours, and the others in the order of their size. */
export async function makeContenders(field: Field, { folder, dubScript }: Packages): Promise<Contender[]> {
  const versionOf = (name: string) => versionIn(join(folder, 'node_modules', name));
  return [
    makeReftally(field, versionIn('packages/sdk')),
    await makePlausible(folder, versionOf('@plausible-analytics/tracker')),
    await makeDub(folder, versionOf('@dub/analytics'), dubScript),
    makePosthog(folder, versionOf('posthog-js')),
  ];
}

function versionIn(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
