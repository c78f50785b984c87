import type { Reftally } from './Reftally.js';
import type { StubCall } from './StubCall.js';

/**
 * Takes calls until the script runs. Every method gives a promise here, `referral()` too: use `ready()` for what needs its
 * answer at once.
 */
export const makeStub = (): Reftally =>
  new Proxy(
    { q: [] as StubCall[] },
    {
      get: (target, name: 'q') =>
        target[name] ||
        ((...args: never[]) => new Promise((resolve) => target.q.push([name, args, resolve]))),
    },
  ) as unknown as Reftally;
