import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { IdSet } from '../src/file/IdSet.js';

const uuid = '01a207f2-f06e-7abc-8def-00000000000a';

it.each([
  ['another last digit', '01a207f2-f06e-7abc-8def-00000000000b'],
  ['another first digit', '11a207f2-f06e-7abc-8def-00000000000a'],
  ['capitals', uuid.toUpperCase()],
  ['no dashes', uuid.replaceAll('-', '')],
  ['a dash elsewhere', '01a207f2f-06e-7abc-8def-00000000000a'],
  ['a letter that is no digit', uuid.replace('a', 'g')],
  ['a letter beyond ASCII', uuid.replace('a', 'à')],
  ['all zeros', '00000000-0000-0000-0000-000000000000'],
  ['nothing', ''],
  ['an id of the shop', 'order-10042'],
])('tells an id from the same with %s', (_, other) => {
  const set = new IdSet();
  set.add(uuid, 7);
  expect([set.has(uuid), set.has(other)]).toEqual([true, false]);
  set.add(other, 8);
  expect([set.markOf(uuid), set.markOf(other)]).toEqual([7, 8]);
});

function idOf(i: number): string {
  if (i % 3 === 0) return `id-${i}`;
  return i % 3 === 1 ? randomUUID() : randomUUID().replaceAll('-', '');
}

it('has each of very many, with its mark, after it was written to rows and read again', () => {
  const ids = Array.from({ length: 30_000 }, (_, i) => idOf(i));
  const set = new IdSet();
  for (const [i, id] of ids.entries()) set.add(id, i + 1);
  for (const id of ids.slice(0, 100)) set.add(id, 2 ** 31 - 1);
  const again = new IdSet();
  for (const row of set.rows()) again.restore(JSON.parse(JSON.stringify(row)));
  const marks = ids.map((_, i) => (i < 100 ? 2 ** 31 - 1 : i + 1));
  expect(ids.map((id) => set.markOf(id))).toEqual(marks);
  expect(ids.map((id) => again.markOf(id))).toEqual(marks);
  expect([randomUUID(), 'id-1'].map((id) => again.has(id))).toEqual([false, false]);
});

it('knows ids without dashes from rows of before, which had them as they are', () => {
  const set = new IdSet();
  const bare = uuid.replaceAll('-', '');
  set.restore({ others: [[bare, 7]] });
  expect([set.markOf(bare), set.markOf(uuid)]).toEqual([7, 0]);
});
