// @vitest-environment jsdom
import { Reftally, useReferral } from '@reftally/sdk/react';
import { act, createElement, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

let root: Root;
let renders = 0;
const errors = vi.spyOn(console, 'error');
const sent: string[] = [];

function Who(): string {
  renders++;
  const { code = 'nobody', offer } = useReferral() ?? {};
  return offer ? `${code} ${offer.percent} % ${offer.coupon}` : code;
}

/** What the collector says of each event, once there is something to say. */
let answer: object | undefined;
const answers = (body: string): object[] =>
  answer ? (JSON.parse(body) as { e: { id: string }[] }).e.map(({ id }) => ({ id, ...answer })) : [];

const show = (...children: React.ReactNode[]) =>
  act(() => root.render(createElement(StrictMode, {}, createElement(Who), ...children)));

const starter = (site: string) =>
  createElement(Reftally, { site, endpoint: 'https://c.test/e', key: 'starter' });

/** Lets timers of 0 ms run, and what they render. */
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(body);
    return new Response(JSON.stringify({ r: answers(body) }));
  });
  history.replaceState(null, '', '/?ref=bob');
  root = createRoot(document.body.appendChild(document.createElement('main')));
});
afterAll(() => vi.unstubAllGlobals());

test('on a server there is nobody, and nothing happens', () => {
  expect(renderToString(createElement(Who))).toBe('nobody');
  expect(window.reftally).toBeUndefined();
});

// One after the other: a page starts once.
test('a hook that is there before Reftally starts learns of the referral when it does', async () => {
  await show();
  expect(document.body.textContent).toBe('nobody');
  await show(starter('rt_pub_1'));
  await settle();
  expect(document.body.textContent).toBe('bob');
});

test('rendering again renders once, and starts nothing', async () => {
  const { reftally } = window;
  renders = 0;
  await show(starter('rt_pub_2'));
  expect(renders).toBeLessThanOrEqual(2);
  expect(window.reftally).toBe(reftally);
});

test('a code that comes with a later page is seen', async () => {
  history.replaceState(null, '', '/later?ref=eve');
  window.dispatchEvent(new PopStateEvent('popstate'));
  await settle();
  expect(document.body.textContent).toBe('eve');
});

test('an offer is shown when the collector has answered, and renders once', async () => {
  answer = { status: 'accepted', partner: 'p1', offer: { percent: '10', coupon: 'EVE10' } };
  history.replaceState(null, '', '/offer?ref=eve');
  window.dispatchEvent(new PopStateEvent('popstate'));
  await settle();
  expect(document.body.textContent).toBe('eve');
  renders = 0;
  await window.reftally?.flush();
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(document.body.textContent).toBe('eve 10 % EVE10');
  expect(renders).toBeLessThanOrEqual(2);
});

test('whoever is gone hears nothing any more', async () => {
  renders = 0;
  await act(() => root.unmount());
  history.replaceState(null, '', '/last?ref=ann');
  window.dispatchEvent(new PopStateEvent('popstate'));
  await settle();
  expect(renders).toBe(0);
});

test('in all that: one pageview a page, of the first site, and no complaint', async () => {
  await window.reftally?.flush();
  const events = sent.flatMap(
    (body) => (JSON.parse(body) as { e: { id: string; n: string; u: string }[] }).e,
  );
  const ids = new Map(events.map(({ id, n, u }) => [id, `${n} ${new URL(u).pathname}`]));
  expect([...ids.values()]).toEqual(['pageview /', 'pageview /later', 'pageview /offer', 'pageview /last']);
  expect(new Set(sent.map((body) => (JSON.parse(body) as { k: string }).k))).toEqual(new Set(['rt_pub_1']));
  expect(errors).not.toHaveBeenCalled();
});
