import { FileStore } from '@reftally/store';
import { samples } from '../../contract/samples.js';

/** What is loaded into a folder: a site with partners, each with so many sales, spread over the days up to `now` (ms). */
export type FolderLoad = { site: string; partners: number; sales: number; days: number; now: number };

const BATCH = 500;
const DAY_MS = 86_400_000;

/** Records as a collector does, in the order in which it happened. */
export async function loadFolder(folder: string, load: FolderLoad): Promise<void> {
  const { site, partners, sales, days, now } = load;
  const store = await FileStore.open({ folder, warn: console.error });
  const begun = now - days * DAY_MS;
  await store.addSite(samples.site({ id: site, createdAt: begun }));
  await Promise.all(
    Array.from({ length: partners }, (_, index) => {
      const number = index + 1;
      const named = { id: `partner-${number}`, code: `code-${number}`, name: `Partner ${number}` };
      const partner = samples.partner(site, { ...named, createdAt: begun });
      return store.addPartner(partner, samples.link(partner, { createdAt: begun }));
    }),
  );
  const count = partners * sales;
  for (let made = 0; made < count; made += BATCH) {
    const purchases = Array.from({ length: Math.min(BATCH, count - made) }, (_, index) => {
      const at = begun + Math.floor(((made + index) / count) * days * DAY_MS);
      return samples.purchase(site, {
        at,
        touches: [{ code: `code-${1 + ((made + index) % partners)}`, at }],
      });
    });
    await store.record(site, purchases, purchases.at(-1)?.at ?? now);
  }
  await store.close();
}
