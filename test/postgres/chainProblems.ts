import { createHash } from 'node:crypto';
import { CHAIN_START, chainText, lineOfEntry } from '@reftally/core';
import type { Store } from '@reftally/store';

/** Where the chains of a site's partners do not follow from line to line. */
export async function chainProblems(store: Store, site: string): Promise<string[]> {
  const problems: string[] = [];
  const { rows } = await store.partners({ site, limit: 1000 });
  for (const { id } of rows) {
    let before = CHAIN_START;
    for (const [index, entry] of (await store.chain(id)).entries()) {
      const hash = createHash('sha256')
        .update(chainText(before, lineOfEntry(entry)))
        .digest('hex');
      if (entry.seq !== index + 1 || entry.hash !== hash) problems.push(`${id} at line ${index + 1}`);
      before = entry.hash;
    }
  }
  return problems;
}
