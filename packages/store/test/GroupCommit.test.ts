import { setTimeout as sleep } from 'node:timers/promises';
import { GroupCommit } from '@reftally/store';
import { expect, it } from 'vitest';

/** A slow commit that fails on groups with the item `bad`. */
function makeCommits() {
  const groups: string[][] = [];
  let running = 0;
  const commit = new GroupCommit<string>(async (items) => {
    running++;
    expect(running).toBe(1);
    groups.push([...items]);
    await sleep(5);
    running--;
    if (items.includes('bad')) throw new Error('no');
  });
  return { commit, groups };
}

it('commits what arrives in one turn of the event loop together, in order', async () => {
  const { commit, groups } = makeCommits();
  await Promise.all(['a', 'b', 'c'].map((item) => commit.add(item)));
  expect(groups).toEqual([['a', 'b', 'c']]);
});

it('puts what arrives while a commit is in flight into the next one, which begins before anybody is told of the last', async () => {
  const { commit, groups } = makeCommits();
  const first = commit.add('a');
  await sleep(2);
  let told = 0;
  const later = ['b', 'c'].map((item) => commit.add(item).then(() => told++));
  expect(groups).toEqual([['a']]);
  await first;
  expect(groups).toEqual([['a'], ['b', 'c']]);
  expect(told).toBe(0);
  await Promise.all(later);
  expect(groups).toHaveLength(2);
});

it('rejects only the group whose commit failed', async () => {
  const { commit } = makeCommits();
  const bad = commit.add('bad');
  await sleep(2);
  const good = commit.add('good');
  await expect(bad).rejects.toThrow('no');
  await expect(good).resolves.toBeUndefined();
  await expect(commit.add('again')).resolves.toBeUndefined();
});

it('is settled when the latest item is, and at once when nothing is pending', async () => {
  const { commit, groups } = makeCommits();
  await commit.settled();
  void commit.add('a');
  await sleep(2);
  void commit.add('b');
  await commit.settled();
  expect(groups).toEqual([['a'], ['b']]);
  void commit.add('bad');
  await expect(commit.settled()).rejects.toThrow('no');
  await commit.settled();
});

it('does not end the process when nobody waits for a commit that fails', async () => {
  const { commit, groups } = makeCommits();
  void commit.add('bad');
  await sleep(20);
  expect(groups).toEqual([['bad']]);
});
