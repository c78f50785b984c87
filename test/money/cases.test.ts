import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@reftally/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributionCases } from './attributionCases.js';
import type { Case } from './Case.js';
import { capCases } from './capCases.js';
import { complaintCases } from './complaintCases.js';
import { itemCases } from './itemCases.js';
import { newcomerCases } from './newcomerCases.js';
import { rateCases } from './rateCases.js';
import { refundCases } from './refundCases.js';
import { reviewCases } from './reviewCases.js';
import { Shop } from './Shop.js';
import { tierCases } from './tierCases.js';

const table: Record<string, Case[]> = {
  'rates and whose they are': rateCases,
  'who is credited': attributionCases,
  'who is new': newcomerCases,
  caps: capCases,
  'tables of rates': tierCases,
  'products and categories': itemCases,
  refunds: refundCases,
  'under review': reviewCases,
  'complaints about other products': complaintCases,
};

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reftally-money-'));
  store = await openStore({ url: `file:${folder}`, warn: (message) => expect.fail(message) });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

let shops = 0;
describe.each(Object.entries(table))('%s', (_theme, cases) => {
  it.each(cases)('$name', async (told) => {
    const shop = await Shop.open(store, `shop-${++shops}`, told);
    const results: string[] = [];
    for (const [happen] of told.story) results.push(await happen(shop));
    expect(results).toEqual(told.story.map(([, result]) => result));
  });
});

it('is a table of at least 60 cases, each with a name of its own', () => {
  const names = Object.values(table).flatMap((cases) => cases.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});
