import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Statement } from '@reftally/core';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type FakeCollector, startFakeCollector } from './fakeCollector.js';
import { launchChromium } from './launchChromium.js';
import { makeStatement } from './makeStatement.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let collector: FakeCollector;
let page: Page;
let complaints: string[];

async function open(viewport = WIDE, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ locale: 'en-US', viewport, colorScheme });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${collector.origin}/verify`);
}

const choose = (label: string, content: unknown) =>
  page.getByLabel(label, { exact: true }).setInputFiles({
    name: `${label}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  });
const verdict = () => page.locator('.notice').textContent();

async function expectFit(name: string) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  expect(
    violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const folder = process.env.REFTALLY_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

beforeAll(async () => {
  browser = await launchChromium();
  collector = await startFakeCollector({ partners: 1 });
});
afterAll(async () => {
  await browser?.close();
  await collector?.close();
});
afterEach(async () => {
  const found = complaints;
  await page.context().close();
  expect(found).toEqual([]);
});

test('a right statement is right, offline, and nothing is asked for', async () => {
  await open();
  await page.waitForSelector('h1');
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await choose('Statement', makeStatement(6));
  await page.waitForSelector('.notice.good');
  expect(await verdict()).toContain('All 10 lines are right.');
  expect(await page.locator('.stage .figure').allInnerTexts()).toEqual(['–', '€5.00', '€70.00']);
  expect(asked).toEqual([]);
});

test.each<[string, (statement: Statement) => void, number, string]>([
  ['altered', ({ lines }) => Object.assign(lines[2] ?? {}, { minor: 9999 }), 3, 'does not fit its hash'],
  ['dropped', ({ lines }) => lines.splice(1, 1), 2, 'missing'],
  ['moved', ({ lines }) => lines.reverse(), 1, 'Line 1'],
  ['put in', ({ lines }) => lines.splice(4, 0, { ...(lines[0] as Statement['lines'][0]) }), 5, 'put in'],
])('of which a line was %s, the line is named and marked', async (_, change, line, words) => {
  await open();
  const statement = makeStatement(6);
  change(statement);
  await choose('Statement', statement);
  await page.waitForSelector('.notice.bad');
  expect(await verdict()).toContain(words);
  expect(await page.locator('tr.wrong .seq').textContent()).toBe(String(line));
});

test('an earlier statement must be the beginning of it', async () => {
  await open();
  const statement = makeStatement(6);
  await choose('Earlier statement', makeStatement(2));
  await choose('Statement', statement);
  await page.waitForSelector('.notice.bad');
  expect(await verdict()).toContain('Line 3 is not what it was');
  await choose('Earlier statement', statement);
  await page.waitForSelector('.notice.good');
  expect(await verdict()).toContain('Every line of the earlier statement is still there');
});

test.each([
  ['no JSON', 'hello', 'This file is not a statement'],
  ['another JSON', { a: 1 }, 'not a whole statement'],
])('%s is told from a statement', async (_, content, words) => {
  await open();
  await choose('Statement', content);
  await page.waitForSelector('.notice.bad');
  expect(await verdict()).toContain(words);
});

test.each([
  [
    'has no Ed25519',
    'crypto.subtle.importKey = () => Promise.reject(new DOMException("no", "NotSupportedError"))',
    'Ed25519',
  ],
  [
    'offers no cryptography',
    'Object.defineProperty(Crypto.prototype, "subtle", { value: undefined })',
    'https',
  ],
])('a browser that %s is told so in words', async (_, script, words) => {
  await open();
  await page.addInitScript(script);
  await page.reload();
  await choose('Statement', makeStatement(1));
  await page.waitForSelector('.notice.warn');
  expect(await verdict()).toContain(words);
});

test('the keyboard reaches both files, and a file can be dropped', async () => {
  await open();
  await page.waitForSelector('.file-picker');
  for (const label of ['Statement', 'Earlier statement']) {
    for (let tabs = 0; tabs < 5; tabs++) {
      if (await page.getByLabel(label, { exact: true }).evaluate((input) => input === document.activeElement))
        break;
      await page.keyboard.press('Tab');
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(label);
  }
  const text = JSON.stringify(makeStatement(1));
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.json'));
    return transfer;
  }, text);
  await page.dispatchEvent('.file-picker', 'drop', { dataTransfer: data });
  await page.waitForSelector('.notice.good');
  expect(await page.locator('.file-name').first().textContent()).toBe('dropped.json');
});

test.each([
  ['wide', WIDE, 'light'],
  ['wide-dark', WIDE, 'dark'],
  ['phone', PHONE, 'light'],
  ['phone-dark', PHONE, 'dark'],
] as const)('fits and is accessible: %s', async (name, viewport, scheme) => {
  await open(viewport, scheme);
  await page.waitForSelector('.file-picker');
  await expectFit(`verify-empty-${name}`);
  const statement = makeStatement(7);
  await choose('Statement', statement);
  await page.waitForSelector('.notice.good');
  await expectFit(`verify-right-${name}`);
  Object.assign(statement.lines[4] ?? {}, { minor: 123_456 });
  await choose('Statement', statement);
  await page.waitForSelector('.notice.bad');
  await expectFit(`verify-wrong-${name}`);
});
