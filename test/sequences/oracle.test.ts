import { expect, test } from 'vitest';
import type { Happening } from './Happening.js';
import { type Fate, Oracle } from './Oracle.js';

const opens = (page: string, consent: 'granted' | 'pending' | 'denied' = 'granted'): Happening => ({
  is: 'opens',
  page,
  consent,
});
const hears = (page: string, consent: 'granted' | 'pending' | 'denied'): Happening => ({
  is: 'hears',
  page,
  consent,
});
const tracks = (page: string): Happening => ({ is: 'tracks', page, key: 'it' });
const optsOut = (page: string, out = true): Happening => ({ is: 'optsOut', page, out });
const closes = (...pages: string[]): Happening => ({ is: 'closes', pages });
const leaves = (page: string): Happening => ({ is: 'leaves', page });
const returns = (page: string): Happening => ({ is: 'returns', page });
const [offline, online, later, settles] = (['offline', 'online', 'later', 'settles'] as const).map(
  (is): Happening => ({ is }),
) as [Happening, Happening, Happening, Happening];

/** Has each thing happen in the first half of a second of its own. */
function witness(happenings: readonly Happening[]): Oracle {
  const oracle = new Oracle();
  for (const [i, what] of happenings.entries()) oracle.take({ ...what, from: i * 1000, to: i * 1000 + 500 });
  return oracle;
}

test.each<[string, Fate, Happening[]]>([
  ['reported with consent', 'once', [opens('a'), tracks('a')]],
  ['reported twice', 'once', [opens('a'), tracks('a'), tracks('a')]],
  ['reported offline, tab closed', 'once', [opens('a'), offline, tracks('a'), closes('a')]],
  ['after a no', 'never', [opens('a'), hears('a', 'denied'), tracks('a')]],
  ['on a page that opened under a no', 'never', [opens('a', 'denied'), tracks('a')]],
  ['while pending, then yes', 'once', [opens('a', 'pending'), tracks('a'), hears('a', 'granted')]],
  ['while pending, then no', 'never', [opens('a', 'pending'), tracks('a'), hears('a', 'denied')]],
  ['while pending, yes too late', 'never', [opens('a', 'pending'), tracks('a'), closes('a'), opens('b')]],
  ['while pending, page left', 'never', [opens('a', 'pending'), tracks('a'), leaves('a'), opens('b')]],
  [
    'while pending, page left, back from the cache, then yes',
    'once',
    [
      opens('a', 'pending'),
      tracks('a'),
      leaves('a'),
      opens('b'),
      leaves('b'),
      hears('a', 'granted'),
      returns('a'),
    ],
  ],
  ['with consent, then pending', 'once', [opens('a'), tracks('a'), hears('a', 'pending')]],
  ['with consent, then no', 'either', [opens('a'), tracks('a'), hears('a', 'denied')]],
  ['all sent, then no', 'once', [opens('a'), tracks('a'), settles, hears('a', 'denied')]],
  ['no, then yes', 'once', [opens('a'), hears('a', 'denied'), hears('a', 'granted'), tracks('a')]],
  ['once under a no, once not', 'once', [opens('a', 'denied'), tracks('a'), opens('b'), tracks('b')]],
  ['offline, then no', 'never', [opens('a'), offline, tracks('a'), hears('a', 'denied'), online]],
  ['online again, then no', 'either', [opens('a'), offline, tracks('a'), online, hears('a', 'denied')]],
  ['offline, an hour later a no', 'either', [opens('a'), offline, tracks('a'), later, hears('a', 'denied')]],
  [
    'offline, then a no elsewhere',
    'either',
    [opens('a'), opens('b'), offline, tracks('a'), hears('b', 'denied')],
  ],
  [
    'offline, then a no in both tabs',
    'never',
    [opens('a'), opens('b'), offline, tracks('a'), hears('b', 'denied'), hears('a', 'denied')],
  ],
  [
    'offline, tab closed, next page under a no',
    'never',
    [opens('a'), offline, tracks('a'), closes('a'), opens('b', 'denied')],
  ],
  ['opted out', 'never', [opens('a'), optsOut('a'), tracks('a')]],
  ['opted out, then yes', 'never', [opens('a'), optsOut('a'), hears('a', 'granted'), tracks('a')]],
  ['opted out, next page', 'never', [opens('a'), optsOut('a'), opens('b'), tracks('b')]],
  ['opted out elsewhere', 'either', [opens('a'), opens('b'), optsOut('b'), tracks('a')]],
  [
    'opted out elsewhere, then a no and a yes',
    'never',
    [opens('a'), opens('b'), optsOut('b'), hears('a', 'denied'), hears('a', 'granted'), tracks('a')],
  ],
  [
    'opted out elsewhere, then a yes',
    'either',
    [opens('a'), opens('b'), optsOut('b'), hears('a', 'granted'), tracks('a')],
  ],
  ['taken back, same page', 'never', [opens('a'), optsOut('a'), optsOut('a', false), tracks('a')]],
  ['taken back, next page', 'once', [opens('a'), optsOut('a'), optsOut('a', false), opens('b'), tracks('b')]],
  [
    'taken back, another tab',
    'either',
    [opens('a'), opens('b'), optsOut('b'), optsOut('b', false), tracks('a')],
  ],
])('%s: counted %s', (_what, fate, happenings) => {
  expect(witness(happenings).fates().get('it')).toBe(fate);
});

test.each<[string, 'silent' | 'denied', [number, number][], Happening[]]>([
  ['a no, then a yes', 'silent', [[1500, 2000]], [opens('a'), hears('a', 'denied'), hears('a', 'granted')]],
  ['a no, then a yes', 'denied', [[1500, 2000]], [opens('a'), hears('a', 'denied'), hears('a', 'granted')]],
  ['pending', 'silent', [[500, 1000]], [opens('a', 'pending'), hears('a', 'granted')]],
  ['pending', 'denied', [], [opens('a', 'pending'), hears('a', 'granted')]],
  ['a no in one of two tabs', 'silent', [], [opens('a'), opens('b'), hears('a', 'denied'), online]],
  [
    'a no in both',
    'silent',
    [[3500, 5000]],
    [opens('a'), opens('b'), hears('a', 'denied'), hears('b', 'denied'), online, opens('a')],
  ],
  [
    'left with a yes for a page under a no',
    'silent',
    [[3500, 4000]],
    [opens('a'), leaves('a'), opens('b', 'denied'), online, hears('b', 'granted')],
  ],
  [
    'left with a no for a page under a no',
    'silent',
    [[1500, 4000]],
    [opens('a'), hears('a', 'denied'), leaves('a'), opens('b', 'denied'), hears('b', 'granted')],
  ],
  ['opted out', 'silent', [[1500, 3000]], [opens('a'), optsOut('a'), optsOut('a', false), opens('b')]],
  ['opted out in one of two', 'silent', [], [opens('a'), opens('b'), optsOut('b'), optsOut('b', false)]],
])('%s: nothing may be %s', (_what, kind, spans, happenings) => {
  expect(witness(happenings)[kind].map(({ from, to }) => [from, to])).toEqual(spans);
});

test.each<[string, boolean, Happening[]]>([
  ['a no', true, [opens('a'), hears('a', 'denied')]],
  ['a no, then a yes', false, [opens('a'), hears('a', 'denied'), hears('a', 'granted')]],
  ['a no in one of two tabs', false, [opens('a'), opens('b'), hears('a', 'denied')]],
  [
    'a no in one of two tabs, the other one goes',
    false,
    [opens('a'), opens('b'), hears('a', 'denied'), leaves('b')],
  ],
  ['a no in both', true, [opens('a'), opens('b'), hears('a', 'denied'), hears('b', 'denied')]],
  ['opted out', true, [opens('a'), optsOut('a')]],
  ['all closed, and the next page opens under a no', true, [opens('a'), closes('a'), opens('b', 'denied')]],
  ['pending', false, [opens('a'), hears('a', 'denied'), hears('a', 'pending')]],
])('%s: nothing may be left in the browser: %s', (_what, isForgotten, happenings) => {
  expect(witness(happenings).isForgotten).toBe(isForgotten);
});
