import { randomUUID } from 'node:crypto';
import type { Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import type { TestStore } from './TestStore.js';

const MINUTE = 29_700_000;

/** Of stores that several processes may have open. What was told before a restart was told by another one. */
export function limitsContract(test: () => TestStore): void {
  const share = (...args: Parameters<NonNullable<Store['shareTaken']>>) =>
    test()
      .store()
      .shareTaken?.(...args);

  describe('rate limits', () => {
    it('are told of what all others have taken in the same minute, in the order in which they are named', async () => {
      const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
      const taken = [a, b].map((key, index) => ({ key, points: 5 + index }));
      expect(await share(taken, MINUTE)).toEqual([0, 0]);
      await test().restart();
      expect(await share([{ key: b, points: 10 }], MINUTE)).toEqual([6]);
      await test().restart();
      const asked = [b, c, a].map((key) => ({ key, points: 1 }));
      expect(await share(asked, MINUTE)).toEqual([16, 0, 5]);
      expect(await share(asked, MINUTE + 1)).toEqual([0, 0, 0]);
    });

    it('count what is told again once, and never less than was told', async () => {
      const key = randomUUID();
      for (const points of [3, 7, 7, 2]) expect(await share([{ key, points }], MINUTE)).toEqual([0]);
      await test().restart();
      expect(await share([{ key, points: 1 }], MINUTE)).toEqual([7]);
    });
  });
}
