import { api } from './api.js';
import { attempt } from './attempt.js';
import type { Methods } from './Methods.js';
import type { StubCall } from './StubCall.js';

/** Makes the calls that a stub held, in order; what still holds the stub goes through from now on. */
export const drain = (calls: StubCall[]): void => {
  calls.forEach(call);
  calls.push = call as unknown as typeof calls.push;
};

const call = ([name, args, resolve]: StubCall): void =>
  attempt(() => resolve(((api as unknown as Methods)[name] as Methods[string])(...args)));
