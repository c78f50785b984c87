import { expect, test } from 'vitest';
import { eventually } from './eventually.js';
import { land } from './land.js';
import { notPossible } from './notPossible.js';
import { queuedKeys } from './queuedKeys.js';
import { setScene } from './setScene.js';

const scene = setScene();

/** The paths of the pageviews that were counted, in the order in which the browser sent them. */
function paths(): string[] {
  const counted = new Map(
    scene.field.counted('pageview').map(({ id, url }) => [id, new URL(url ?? '').pathname]),
  );
  const sent = new Set(scene.field.proxy.sent('pageview').map(({ id }) => id));
  return [...sent].flatMap((id) => counted.get(id) ?? []);
}

/** Has the script send what it has, now, and waits until that is counted. */
async function settle(): Promise<void> {
  await scene.tab.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await window.reftally?.flush();
  });
  await eventually(() => queuedKeys(scene.tab)).toEqual([]);
}

/** Steps of a router, each by its name: what a page calls, or `back`. */
const moves: [name: string, attributes: string, steps: string[], expected: string[]][] = [
  ['push', '', ['push /a', 'push /b'], ['/', '/a', '/b']],
  ['replace of the same path', '', ['replace /', 'replace /?x=1'], ['/']],
  ['replace with a new path', '', ['replace /a', 'replace /b'], ['/', '/a', '/b']],
  [
    'a router that replaces, then pushes',
    '',
    ['replace /', 'push /a', 'replace /a', 'push /b'],
    ['/', '/a', '/b'],
  ],
  ['a change of the query only', '', ['push /?page=2', 'replace /?page=3'], ['/']],
  ['back and forth', '', ['push /a', 'push /b', 'back', 'back'], ['/', '/a', '/b', '/a', '/']],
  ['back within one path', '', ['push /?page=2', 'back'], ['/']],
  ['a hash', '', ['push #top', 'hash #/route', 'back'], ['/']],
  ['a hash, with hash routing', 'data-hash', ['hash #/a', 'hash #/b?x=1', 'back'], ['/', '/', '/', '/']],
  ['a state without an address', '', ['push', 'replace'], ['/']],
];

/** Makes one move of a router in the page, and waits until the browser has made it. */
function move(step: string): Promise<void> {
  const [how, url] = step.split(' ');
  return scene.tab.run(
    async ([way, to]) => {
      const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      if (way === 'push') history.pushState({}, '', to);
      if (way === 'replace') history.replaceState({}, '', to);
      if (way === 'hash') location.hash = to as string;
      if (way === 'back') history.back();
      if (way === 'back' || way === 'hash') await arrived;
    },
    [how, url],
  );
}

describeMoves('by the Navigation API', '');
describeMoves(
  'by a wrapped history, without the Navigation API',
  `<script>Object.defineProperty(window, 'navigation', { value: undefined })</script>`,
);

function describeMoves(what: string, before: string): void {
  test.for(moves)(`13. %s, ${what}: exact pageviews`, async ([, attributes, steps, expected], context) => {
    const { field, tab } = scene;
    if (!before && !(await tab.run(() => 'navigation' in window)))
      return notPossible(context, 'the browser has no Navigation API');
    Object.assign(field.shop, { attributes, before });
    await tab.open(`${field.shop.origin()}/`);
    for (const step of steps) await move(step);
    await eventually(() => paths().length).toBeGreaterThanOrEqual(expected.length);
    await settle();
    expect(paths()).toEqual(expected);
    expect(await tab.run(() => 'navigation' in window && !!window.navigation)).toBe(before === '');
    expect(await field.direct()).toMatchObject({ pageviews: expected.length });
  });
}

test('13. a wrapped history still returns what it did, and throws what it threw', async () => {
  const { field, tab } = scene;
  field.shop.before = `<script>
    Object.defineProperty(window, 'navigation', { value: undefined });
    history.pushState = ((own) => function (...args) { own.apply(this, args); return 'own' })(history.pushState);
  </script>`;
  await land(scene, `${field.shop.origin()}/`);
  const told = await tab.run(() => {
    const result = (history.pushState as (...args: unknown[]) => unknown)({}, '', '/a');
    try {
      history.replaceState({}, '', 'https://elsewhere.test/');
    } catch (error) {
      return [result, (error as Error).name];
    }
    return [result];
  });
  expect(told).toEqual(['own', 'SecurityError']);
});

test('13. ?ref= that comes with a page of an application is a touch', async () => {
  const { field } = scene;
  await land(scene, `${field.shop.origin()}/?ref=bob`);
  await move('push /a?ref=eve');
  await eventually(() =>
    field.counted('pageview').map(({ touches }) => touches.map(({ code }) => code)),
  ).toEqual([['bob'], ['bob', 'eve']]);
});

/** Goes back as the browser's button does; a little later, since no page can answer that it is gone. */
function goBack(): Promise<void> {
  return scene.tab.run(() => void setTimeout(() => history.back(), 50));
}

/** Leaves for a page without the script, for the `nth` time, by an address of its own: not all drivers can after a page came back. */
async function leave(nth: number): Promise<void> {
  await scene.tab.run(() => void setTimeout(() => location.assign('/plain'), 50));
  const { visits } = scene.field.shop;
  await eventually(() => visits.filter(({ url }) => url === '/plain').length).toBe(nth);
  await eventually(() => scene.tab.run(() => document.title)).toBe('Plain');
}

/** Has the page tell the shop's server how it was shown. */
const TELL_SHOWN = `<script>addEventListener('pageshow', (event) =>
  navigator.sendBeacon('/note', location.pathname + ' ' + event.persisted))</script>`;

test('14. back from the back/forward cache is one more pageview, again and again', async () => {
  const { field } = scene;
  field.shop.before = TELL_SHOWN;
  await land(scene, `${field.shop.origin()}/a?ref=bob`);
  for (let round = 1; round <= 2; round++) {
    await leave(round);
    await goBack();
    await eventually(() => field.counted('pageview').length).toBe(1 + round);
    await settle();
  }
  expect(field.shop.notes).toEqual(['/a false', '/a true', '/a true']);
  expect(paths()).toEqual(['/a', '/a', '/a']);
  expect(new Set(field.counted('pageview').map(({ id }) => id)).size).toBe(3);
  expect(await field.totalsOf('bob')).toMatchObject({ clicks: 1, visitors: 1, pageviews: 3 });
});

test('14. between two pages with the script, too; a page that the cache does not take is loaded anew', async () => {
  const { field, tab, driver } = scene;
  field.shop.before = TELL_SHOWN;
  await land(scene, `${field.shop.origin()}/a`);
  await tab.run(() => document.getElementById('next')?.click());
  await eventually(() => field.counted('pageview').length).toBe(2);
  await settle();
  await goBack();
  await eventually(paths).toEqual(['/a', '/next', '/a']);
  // The control: what the script must never do.
  await tab.run(() => {
    addEventListener('unload', () => undefined);
    document.getElementById('next')?.click();
  });
  await eventually(() => field.counted('pageview').length).toBe(4);
  await goBack();
  await eventually(() => field.shop.notes).toEqual([
    '/a false',
    '/next false',
    '/a true',
    '/next false',
    // WebKit takes it all the same.
    driver.name === 'webkit' ? '/a true' : '/a false',
  ]);
});

const THANKS = `<script>if (location.pathname === '/thanks') addEventListener('DOMContentLoaded', () =>
  reftally.track('purchase', { orderId: 'A1', amount: '49.90', currency: 'EUR' })
    .then(({ status, partner }) => navigator.sendBeacon('/note', status + ' ' + !!partner)))</script>`;

test('17. a thank-you page that is reloaded, and returned to: one purchase', async () => {
  const { field, tab } = scene;
  const { shop } = field;
  shop.before = THANKS;
  await land(scene, `${shop.origin()}/?ref=bob`);
  await tab.open(`${shop.origin()}/thanks`);
  await eventually(() => shop.notes).toEqual(['accepted true']);
  for (let i = 0; i < 3; i++) {
    await tab.reload();
    await eventually(() => shop.notes.length).toBe(2 + i);
  }
  await eventually(() => queuedKeys(tab)).toEqual([]);
  const before = await field.totalsOf('bob');
  expect(before).toMatchObject({ purchases: 1, pageviews: 2, revenue: [{ currency: 'EUR', minor: 4990 }] });
  await tab.run(() => document.getElementById('next')?.click());
  await eventually(async () => (await field.totalsOf('bob')).pageviews).toBe(3);
  await goBack();
  await eventually(async () => (await field.totalsOf('bob')).pageviews).toBe(4);
  await settle();
  expect(await field.totalsOf('bob')).toMatchObject({ ...before, pageviews: 4 });
  expect(new Set(shop.notes)).toEqual(new Set(['accepted true', 'duplicate true']));
});
