import type { Taken } from '@reftally/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedLimiter } from '../src/http/SharedLimiter.js';

const LIMIT = 100;
/** In the middle of a minute of the clock. */
const START = 30_000;

/** What collectors share, as the contract of stores has it; `isAway`: nothing is answered. */
class Counts {
  isAway = false;
  calls = 0;
  readonly #taken = new Map<string, Map<number, number>>();

  readonly shareOf = (owner: number) => async (taken: readonly Taken[], minute: number) => {
    this.calls++;
    if (this.isAway) throw new Error('away');
    return taken.map(({ key, points }) => {
      const owners = this.#taken.get(`${minute} ${key}`) ?? new Map<number, number>();
      this.#taken.set(`${minute} ${key}`, owners.set(owner, points));
      return [...owners].reduce((sum, [other, n]) => (other === owner ? sum : sum + n), 0);
    });
  };
}

/** Collectors whose time passes only when it is told to. */
function world(collectors: number, limit = LIMIT) {
  const counts = new Counts();
  const due: { at: number; work: () => void }[] = [];
  let now = START;
  const limiters = Array.from(
    { length: collectors },
    (_, owner) =>
      new SharedLimiter(limit, {
        share: counts.shareOf(owner),
        hashOf: (key) => `hash of ${key}`,
        now: () => now,
        later: (work, ms) => due.push({ at: now + ms, work }),
      }),
  );
  return {
    counts,
    /** Whether it was let through: 0, or the seconds to wait. */
    take(collector: number, points = 1, key = 'a'): number {
      try {
        limiters[collector]?.take(key, points);
        return 0;
      } catch (error) {
        expect(error).toMatchObject({ status: 429, code: 'rate-limited' });
        return Number((error as { headers: Record<string, string> }).headers['Retry-After']);
      }
    },
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        const [next] = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        due.splice(due.indexOf(next), 1);
        now = next.at;
        next.work();
        await new Promise(setImmediate);
      }
      now = end;
    },
  };
}

describe('a limit that collectors share', () => {
  it('holds for each by itself, and says how long its minute still lasts', () => {
    const { take } = world(1);
    expect([take(0, LIMIT), take(0), take(0, 1, 'b')]).toEqual([0, 30, 0]);
  });

  it('holds for all together two seconds later, until the minute is over', async () => {
    const { take, pass } = world(3);
    expect([take(0, 60), take(1, 50)]).toEqual([0, 0]);
    await pass(2_000);
    expect([take(0), take(1), take(2, 2)]).toEqual([28, 28, 0]); // The third has not asked yet.
    take(2);
    await pass(1_000);
    expect(take(2)).toBe(27);
    await pass(27_000);
    expect([take(0, 60), take(1, 50)]).toEqual([0, 0]);
  });

  it('is told of who takes more than a fiftieth of it, until all of it is taken', async () => {
    const { take, pass, counts } = world(2);
    take(0, 2);
    await pass(3_000);
    expect(counts.calls).toBe(0);
    take(0, 1);
    await pass(3_000);
    expect(counts.calls).toBe(3);
    take(0, 500);
    await pass(1_000);
    take(0, 500);
    await pass(10_000);
    expect(counts.calls).toBe(4);
  });

  it('is counted by each alone while the others cannot be reached, and together again then', async () => {
    const { take, pass, counts } = world(2);
    counts.isAway = true;
    expect([take(0, 60), take(1, 60)]).toEqual([0, 0]);
    await pass(2_000);
    expect([take(0, 40), take(0), take(1)]).toEqual([0, 28, 0]);
    counts.isAway = false;
    await pass(2_000);
    expect(take(1)).toBe(26);
  });

  it('begins anew with a minute after one in which the others could not be reached', async () => {
    const { take, pass, counts } = world(2);
    counts.isAway = true;
    expect([take(0, 60), take(1, 60)]).toEqual([0, 0]);
    await pass(30_000);
    counts.isAway = false;
    expect([take(0, 60), take(1, 60)]).toEqual([0, 0]);
    await pass(2_000);
    expect([take(0), take(1)]).toEqual([58, 58]);
  });
});

/** Who asks a second after it was told hears of what was taken up to a second before; and half a second is what passes in one step. */
const HEARD_MS = 2_500;
const FIRST_HEARD_MS = 1_500;

it('whoever takes how much where: once the limit is taken and told, only who has not asked yet lets anything through', async () => {
  const steps = fc.array(
    fc.record({
      collector: fc.nat(3),
      points: fc.integer({ min: 1, max: 8 }),
      pass: fc.constantFrom(0, 0, 500),
    }),
    { minLength: 100, maxLength: 150 },
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { take, pass } = world(4);
      const taken = [0, 0, 0, 0];
      const sharedAt = [Infinity, Infinity, Infinity, Infinity];
      let usedUpAt = Infinity;
      let at = 0;
      for (const { collector, points, pass: ms } of all) {
        if (at >= 29_000) return;
        const isLetThrough = take(collector, points) === 0;
        if (!isLetThrough) refused++;
        const since = sharedAt[collector] ?? 0;
        if (at > usedUpAt + HEARD_MS && at > since + FIRST_HEARD_MS) expect(isLetThrough).toBe(false);
        taken[collector] = (taken[collector] ?? 0) + points;
        if ((taken[collector] ?? 0) > LIMIT / 50) sharedAt[collector] = Math.min(since, at);
        const told = taken.filter((n) => n > LIMIT / 50).reduce((sum, n) => sum + n, 0);
        if (told > LIMIT) usedUpAt = Math.min(usedUpAt, at);
        at += ms;
        await pass(ms);
      }
    }),
    { numRuns: 100 },
  );
  expect(refused).toBeGreaterThan(0);
});
