import { attempt } from './attempt.js';
import type { Methods } from './Methods.js';
import type { StubCall } from './StubCall.js';

/** Makes the calls that a stub held, in order; what still holds the stub goes through from now on. */
export const drain = (calls: StubCall[], methods: Methods): void => {
  const call = ([name, args, resolve]: StubCall): number => {
    attempt(() => resolve((methods[name] as Methods[string])(...args)));
    return 0;
  };
  calls.forEach(call);
  calls.push = call;
};
