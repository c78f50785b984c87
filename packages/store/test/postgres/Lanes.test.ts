import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Lanes } from '../../src/postgres/record/Lanes.js';

/** Two lanes of items such as `a1`, whose key is their first letter; groups end when they are told to, those with `bad` in failure. */
function makeLanes(worthwhile = 1) {
  const groups: string[] = [];
  const ends = new Map<string, () => void>();
  const lanes = new Lanes<string>({
    lanes: 2,
    worthwhile,
    keysOf: ([key = '']) => [key],
    commit: async (items) => {
      const name = items.join(' ');
      groups.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      if (name.includes('bad')) throw new Error(`not ${name}`);
    },
  });
  const add = async (...items: string[]) => {
    for (const item of items) lanes.add(item).catch(() => {});
    await sleep(2);
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await sleep(2);
  };
  return { lanes, groups, add, end };
}

it('commits what arrives in one turn together, and what comes then beside it', async () => {
  const { groups, add, end } = makeLanes();
  await add('a1', 'b1', 'a2');
  await add('c1');
  await add('d1');
  await add('e1');
  expect(groups).toEqual(['a1 b1 a2', 'c1']);
  await end('c1');
  expect(groups).toEqual(['a1 b1 a2', 'c1', 'd1 e1']);
});

it('begins another group for as many as are worth it, and for fewer when nothing is in flight', async () => {
  const { groups, add, end } = makeLanes(3);
  await add('a1');
  await add('b1', 'c1');
  expect(groups).toEqual(['a1']);
  await add('d1');
  expect(groups).toEqual(['a1', 'b1 c1 d1']);
  await add('e1', 'f1');
  await end('a1');
  expect(groups).toEqual(['a1', 'b1 c1 d1']);
  await end('b1 c1 d1');
  expect(groups).toEqual(['a1', 'b1 c1 d1', 'e1 f1']);
});

it('lets wait what shares a key with a group in flight, with all that shares one with it and came later', async () => {
  const { lanes, groups, add, end } = makeLanes();
  await add('a1', 'b1');
  await add('a2', 'b2', 'c1');
  expect(groups).toEqual(['a1 b1', 'c1']);
  await add('c2', 'd1');
  await end('c1');
  expect(groups).toEqual(['a1 b1', 'c1', 'c2 d1']);
  await add('a3', 'd2');
  await end('a1 b1');
  expect(groups).toEqual(['a1 b1', 'c1', 'c2 d1', 'a2 b2 a3']);
  await end('c2 d1');
  expect(groups.at(-1)).toBe('d2');
  let isTold = false;
  const last = lanes.add('d3').then(() => {
    isTold = true;
  });
  await end('d2');
  expect(isTold).toBe(false);
  await end('d3');
  await last;
});

it('keeps the order of what waits when what it waits for is through before what is ahead of it', async () => {
  const groups: string[] = [];
  const ends: (() => void)[] = [];
  const lanes = new Lanes<string>({
    lanes: 2,
    worthwhile: 1,
    keysOf: (item) => item,
    commit: (items) => {
      groups.push(items.join(' '));
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  for (const item of ['a', 'b', 'ab', 'bc']) {
    void lanes.add(item);
    await sleep(2);
  }
  expect(groups).toEqual(['a', 'b']);
  ends[1]?.();
  await sleep(2);
  expect(groups).toEqual(['a', 'b']); // `bc` came after `ab`, which still waits for `a`.
  ends[0]?.();
  await sleep(2);
  expect(groups).toEqual(['a', 'b', 'ab bc']);
});

it('rejects only the group whose commit failed, and goes on', async () => {
  const { lanes, groups, add, end } = makeLanes();
  const bad = lanes.add('bad');
  await sleep(2);
  const good = lanes.add('good');
  await add('b2');
  const failed = expect(bad).rejects.toThrow('not bad');
  await end('bad');
  await failed;
  expect(groups).toEqual(['bad', 'good', 'b2']);
  await end('good');
  await expect(good).resolves.toBeUndefined();
});
