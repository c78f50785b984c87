import { openStore } from '@reftally/store';

/** The end of every ledger of a store, as one text: equal texts are equal ledgers, for each hash stands for all lines before it. */
export type Chains = { text: string; partners: number; lines: number };

/** Reads them through the store, as anybody does. */
export async function readChains(url: string): Promise<Chains> {
  const store = await openStore({ url, warn: () => {} });
  try {
    const ends: string[] = [];
    let lines = 0;
    for (const { id: site } of (await store.sites({ limit: 500 })).rows)
      for (const { id } of (await store.partners({ site, limit: 500 })).rows) {
        const chain = await store.chain(id);
        lines += chain.length;
        ends.push(`${id} ${chain.length} ${chain.at(-1)?.hash}`);
      }
    return { text: ends.join('\n'), partners: ends.length, lines };
  } finally {
    await store.close();
  }
}
