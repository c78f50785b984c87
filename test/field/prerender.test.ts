import { afterEach, beforeEach, expect, test } from 'vitest';
import { spawnChromium } from './drive/spawnChromium.js';
import { eventually } from './eventually.js';
import { notPossible } from './notPossible.js';
import type { Field } from './world/Field.js';
import { startField } from './world/startField.js';

let field: Field;
let stop: () => Promise<void>;

/** A page that has the next one prepared, and goes where it is told. */
const FIRST = `<!doctype html><title>First</title><link rel="icon" href="data:,">
<script type="speculationrules">{"prerender":[{"urls":["/next?ref=bob"],"eagerness":"immediate"}]}</script>
<script>(async () => {
  for (let to = ''; !to; await new Promise((resolve) => setTimeout(resolve, 50))) {
    to = await (await fetch('/where')).text();
    if (to) location.href = to;
  }
})()</script>`;

/** Tells the server how it is shown; a tracker that does not ask sends from a page that nobody sees. */
const TELL = `<script>
  const note = (what) => fetch('/note', { method: 'POST', body: what });
  note('pageview of a script that does not ask, prerendering: ' + document.prerendering);
  document.addEventListener('prerenderingchange', () => note('activated'));
  setTimeout(() => note('keeps: ' + document.cookie + Object.keys(localStorage)), 1500);
</script>`;

beforeEach(async (context) => {
  if ((process.env.FIELD_BROWSER ?? 'chromium') !== 'chromium')
    return notPossible(context, 'the browser does not prerender');
  field = await startField();
  field.shop.before = TELL;
  field.shop.pages.set('/first', { html: FIRST });
  field.shop.pages.set('/where', { html: '' });
  field.shop.pages.set('/other', { html: `<!doctype html><title>Other</title>${TELL}` });
  stop = await spawnChromium(`${field.shop.origin()}/first`);
  const { notes } = field.shop;
  await eventually(() => notes).toContain('pageview of a script that does not ask, prerendering: true');
  // The script would have sent it long ago.
  await eventually(() => notes).toContain('keeps: ');
  expect([field.proxy.seen, field.outcomes()]).toEqual([[], []]);
});
afterEach(async () => {
  await stop();
  await field.close();
  expect(field.shop.complaints).toEqual([]);
});

test('15. a prerendered page sends nothing and keeps nothing until it is shown, then one pageview', async () => {
  const { shop } = field;
  shop.pages.set('/where', { html: '/next?ref=bob' });
  await eventually(() => shop.notes).toContain('activated');
  await eventually(() => field.counted('pageview').length).toBe(1);
  expect(field.counted('pageview')[0]).toMatchObject({
    url: `${shop.origin()}/next`,
    touches: [{ code: 'bob' }],
    visitor: expect.any(String),
  });
  expect(shop.visits.filter(({ url }) => url.startsWith('/next'))).toEqual([
    expect.objectContaining({ purpose: expect.stringContaining('prerender') }),
  ]);
  expect(await field.totalsOf('bob')).toMatchObject({ clicks: 1, visitors: 1, pageviews: 1 });
});

test('15. a prerendered page that is never shown: no event, no cookie, no key', async () => {
  const { shop } = field;
  shop.notes.length = 0;
  shop.pages.set('/where', { html: '/other' });
  await eventually(() => shop.notes.filter((note) => !note.startsWith('pageview'))).toEqual(['keeps: ']);
  expect([field.proxy.seen, field.outcomes()]).toEqual([[], []]);
});
