import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartnerList } from '../src/postgres/totals/PartnerList.js';

// Of each partner one, whatever the order in which they are asked for.

type Item = { partner: string; asked: number };

const ids = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
const tables = fc.array(
  fc.oneof(
    ids,
    ids.map((list) => [...list].sort()),
  ),
  { maxLength: 4 },
);

test('each partner has one item, in any order and any number of times', () => {
  const property = fc.property(tables, (lists) => {
    const list = new PartnerList<Item>((partner) => ({ partner, asked: 0 }));
    const counts = new Map<string, number>();
    for (const id of lists.flat()) {
      expect(list.find(id)?.asked, `before ${id}`).toBe(counts.get(id));
      list.at(id).asked++;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const id of ['e', 'a', '', 'c', 'b', 'd']) expect(list.find(id)?.asked, id).toBe(counts.get(id));
  });
  fc.assert(property, { numRuns: 2_000 });
});
