import fc from 'fast-check';
import type { Act } from './Act.js';
import type { PlainAct } from './PlainAct.js';
import type { Step } from './Step.js';
import type { Story } from './Story.js';

const code = fc.constantFrom('bob', 'eve');

/** What a tab may do while the other one does something, too: nothing that makes a difference which of the two came first. */
const inTab: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: moving('navigate') },
  { weight: 2, arbitrary: moving('push') },
  { weight: 2, arbitrary: doing('reload') },
  { weight: 3, arbitrary: doing('back', 'forward') },
  { weight: 1, arbitrary: doing('flush', 'hide', 'show') },
  { weight: 10, arbitrary: tracking() },
);

const anything: fc.Arbitrary<Act> = fc.oneof(
  { weight: 20, arbitrary: inTab },
  { weight: 2, arbitrary: doing('close', 'reopen', 'wait', 'later', 'settle') },
  { weight: 3, arbitrary: doing('offline', 'online') },
  { weight: 3, arbitrary: failing() },
  { weight: 4, arbitrary: choosing() },
  { weight: 1, arbitrary: fc.boolean().map((out): Act => ({ do: 'optOut', out })) },
);

/** Random visitors. They shrink towards one who does little, in one tab. */
export function stories(): fc.Arbitrary<Story> {
  return fc.record(
    {
      choice: fc.oneof(
        { weight: 6, arbitrary: fc.constant('granted') },
        { weight: 2, arbitrary: fc.constant('pending') },
        { weight: 1, arbitrary: fc.constant('denied') },
      ),
      code,
      latencyMs: fc.constantFrom(0, 0, 150),
      steps: fc.array(steps(), { minLength: 3, maxLength: 18, size: 'max' }),
    },
    { requiredKeys: ['choice', 'latencyMs', 'steps'], noNullPrototype: true },
  );
}

function steps(): fc.Arbitrary<Step> {
  const tab = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0 as const) },
    { weight: 1, arbitrary: fc.constant(1 as const) },
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ tab, act: anything }, { noNullPrototype: true }) },
    { weight: 1, arbitrary: fc.record({ tab, act: inTab, meanwhile: inTab }, { noNullPrototype: true }) },
  );
}

function doing(...names: PlainAct[]): fc.Arbitrary<Act> {
  return fc.constantFrom(...names).map((name): Act => ({ do: name }));
}

function moving(how: 'navigate' | 'push'): fc.Arbitrary<Act> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Act>({ do: how }) },
    { weight: 1, arbitrary: code.map((one): Act => ({ do: how, code: one })) },
  );
}

function tracking(): fc.Arbitrary<Act> {
  return fc.record(
    {
      do: fc.constant('track'),
      what: fc.constantFrom('purchase', 'purchase', 'signup', 'step', 'refund'),
      n: fc.integer({ min: 1, max: 4 }),
      leaving: fc.constantFrom('navigate', 'reload', 'back', 'close'),
    },
    { requiredKeys: ['do', 'what', 'n'], noNullPrototype: true },
  );
}

function failing(): fc.Arbitrary<Act> {
  return fc.record({
    do: fc.constant('fault'),
    fault: fc.constantFrom('503', 'reset', 'drop-reply', 'delay'),
    times: fc.integer({ min: 1, max: 3 }),
  });
}

function choosing(): fc.Arbitrary<Act> {
  return fc.record({
    do: fc.constant('consent'),
    choice: fc.constantFrom('granted', 'denied', 'pending'),
    everywhere: fc.boolean(),
  });
}
