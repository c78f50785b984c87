import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatMoney } from '../src/lib/formatMoney.js';
import { type FakeCollector, startFakeCollector } from './fakeCollector.js';
import { launchChromium } from './launchChromium.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

// Generous, so that a busy machine fails nothing; all of it takes half a minute on an idle one.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let browser: Browser;
let collector: FakeCollector;
let page: Page;
let complaints: string[];

/** Opens a fresh browser profile and collects what its console complains about, refusals of the CSP included. */
async function open(options: { colorScheme?: 'light' | 'dark'; viewport?: typeof WIDE } = {}) {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: WIDE,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser itself reports answers of 401 and 429 this way: these are states of the page, not faults of it.
    const expected = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
  });
}

async function signInAsPartner(query = '') {
  collector.tokens.add('fresh');
  await page.goto(`${collector.origin}/stats${query}#access=fresh`);
  await page.waitForSelector('.plot canvas');
}

async function signInAsShop(key = 'admin-key') {
  await page.goto(`${collector.origin}/admin`);
  await page.getByLabel('Admin key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForSelector('table.partners');
}

async function expectAccessible(name: string) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  const found = violations.map(
    ({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.html).join(' ')}`,
  );
  expect(found).toEqual([]);
}

async function expectNoOverflow() {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const figure = async (label: string) => {
  const tile = page.locator('.tile', { has: page.locator(`dt:text-is("${label}")`) });
  const lines = await tile.locator('.figure > .money').allTextContents();
  return lines.length > 0 ? lines.join('\n') : tile.locator('.figure').textContent();
};
const isAnnounced = (text: string) =>
  page.waitForSelector(`[role=status]:has-text("${text}")`, { state: 'attached' });

/** Reads how long the page’s main thread has worked (ms): what a wall clock shows depends on what else the machine does. */
async function mainThread(): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const worked = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return worked * 1000;
  };
}

beforeAll(async () => {
  browser = await launchChromium();
  collector = await startFakeCollector({ partners: 120 });
});
afterAll(async () => {
  await browser?.close();
  await collector?.close();
});
beforeEach(() => {
  collector.faults.clear();
  collector.requests.length = 0;
});
afterEach(async () => {
  const found = complaints;
  await page.context().close();
  expect(found).toEqual([]);
});

describe('the partner’s page', () => {
  test('the account shows its balances, lines and payouts, and gives the statement that the page beside it checks', async () => {
    await open();
    await signInAsPartner();
    const account = page.locator('section[aria-labelledby=account]');
    await account.locator('table').last().waitFor();
    expect(await account.locator('.account-balance dt').allTextContents()).toEqual([
      'Held',
      'Payable',
      'Paid',
    ]);
    expect(await account.locator('.payouts .what').allTextContents()).toEqual([
      '2026-05 In preparation',
      '2026-04 Paid',
    ]);
    const rows = account.locator('.ledger:not(.payouts) tbody tr');
    expect([await rows.count(), await rows.first().locator('.what').textContent()]).toEqual([
      25,
      'Adjustment Bonus for the spring campaign',
    ]);
    expect(await account.textContent()).toContain('The latest 25 of 42 lines');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      account.getByRole('link', { name: 'Download statement' }).click(),
    ]);
    const file = await download.path();
    await account.getByRole('link', { name: 'Check a statement' }).click();
    await page.getByLabel('Statement', { exact: true }).setInputFiles(file);
    await page.waitForSelector('.notice.good');
  });

  test('an account that cannot be read says so, and is read again', async () => {
    collector.faults.set('GET ledger', { status: 503, code: 'unavailable', message: 'later' });
    await open();
    await signInAsPartner();
    const account = page.locator('section[aria-labelledby=account]');
    await account.getByRole('button', { name: 'Try again' }).waitFor();
    collector.faults.clear();
    await account.getByRole('button', { name: 'Try again' }).click();
    await account.locator('table').last().waitFor();
  });

  test('a sign-in link works once and leaves the address bar', async () => {
    await open();
    await signInAsPartner();
    expect(page.url()).toBe(`${collector.origin}/stats`);
    await page.getByRole('heading', { name: 'Hello, Alice Archer' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Your referral link' }).inputValue()).toBe(
      'https://acorn.example/?ref=alice',
    );

    await page.goto(`${collector.origin}/stats#access=fresh`);
    await page.waitForSelector('.notice:has-text("still signed in")');
    expect(page.url()).not.toContain('access');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.goto(`${collector.origin}/stats#access=fresh`);
    await page.getByRole('heading', { name: 'no longer works' }).waitFor();
    await page.goto('about:blank');
    await page.goto(`${collector.origin}/stats`);
    await page.getByRole('heading', { name: 'Sign in with your link' }).waitFor();
  });

  test('shows the collector’s totals, and those of another range on request', async () => {
    await open();
    await signInAsPartner('?from=2026-01-01&to=2026-01-31');
    const shown = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/totals?from=2026-01-01&to=2026-01-31&interval=total');
      return (await answer.json()).totals[0];
    });
    expect(await figure('Clicks')).toBe(shown.clicks.toLocaleString('en-US'));
    expect(shown.rawClicks).toBeGreaterThan(shown.clicks);
    await page
      .locator('.tile', { hasText: `of ${shown.rawClicks.toLocaleString('en-US')} arrivals` })
      .waitFor();
    expect(await figure('Purchases')).toBe(String(shown.purchases));
    expect(await figure('Revenue')).toBe(
      shown.revenue
        .map((money: { currency: string; minor: number }) => formatMoney(money, 'en-US'))
        .join('\n'),
    );
    expect(await page.locator('.range-text').textContent()).toContain('Europe/Amsterdam');
    expect(await page.locator('.plot canvas').count()).toBe(2);
    expect(await page.locator('.numbers tbody tr').count()).toBe(31);

    const clicks = await figure('Clicks');
    collector.requests.length = 0;
    await page.getByLabel('Last month').check();
    await page.waitForURL('**/stats?range=last-month');
    await page.waitForFunction((old) => document.querySelector('.tile .figure')?.textContent !== old, clicks);
    expect(collector.requests.filter((request) => request.startsWith('GET totals'))).toHaveLength(3);

    await page.getByLabel('Custom').check();
    await page.getByLabel('From').fill('2026-03-05');
    await page.getByLabel('To', { exact: true }).fill('2026-03-01');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await page.getByText('The first day is after the last one.').waitFor();
    await page.getByLabel('To', { exact: true }).fill('2026-03-05');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.numbers tbody tr').length === 1);
  });

  test('lines of the chart are switched, and the days can be downloaded', async () => {
    await open();
    await signInAsPartner('?range=7d');
    for (const name of ['Clicks', 'Visitors']) await page.getByRole('button', { name, exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('.plot canvas').length === 1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^reftally-.*\.csv$/);
    expect(collector.requests.some((request) => request.includes('interval=day&format=csv'))).toBe(true);
  });

  test('links are copied and built, and this is said aloud', async () => {
    await open();
    await signInAsPartner();
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await isAnnounced('Copied the link.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'https://acorn.example/?ref=alice',
    );
    await page.getByLabel('Page of the shop').fill('acorn.example/desks?wood=oak');
    expect(await page.getByRole('textbox', { name: 'Your link to this page' }).inputValue()).toBe(
      'https://acorn.example/desks?wood=oak&ref=alice',
    );
    await page.getByLabel('Page of the shop').fill('https://elsewhere.example/');
    await page.getByText('Your link works on acorn.example only').waitFor();
  });

  test('“Why?” opens the receipt, and older ones follow', async () => {
    await open();
    await signInAsPartner();
    const why = page.getByRole('button', { name: /^Why\?/ });
    expect(await why.count()).toBe(25);
    await why.first().click();
    expect(await why.first().getAttribute('aria-expanded')).toBe('true');
    await page
      .getByText('Credited to you: your link was followed 3 days before; of 2 links the last one')
      .waitFor();
    await page.getByText('of another partner').waitFor();
    await page.locator('table.conversions .pill', { hasText: 'Under review' }).waitFor();
    await why.nth(2).click();
    await page.getByText('Nothing is paid until the shop decides.').waitFor();
    await page.getByRole('button', { name: 'Show older ones' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.why').length === 50);
    await page.getByRole('button', { name: 'Show older ones' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.why').length === 60);
    expect(await page.getByRole('button', { name: 'Show older ones' }).count()).toBe(0);
  });

  test('an order is looked up by its number: credited, refused, reported without a tie, never seen', async () => {
    await open();
    await signInAsPartner();
    const box = page.getByLabel('Look up an order');
    const answer = page.locator('.order-check .notice strong');
    for (const [order, title] of [
      [' A-20480 ', 'Order A-20480 was credited to you.'],
      ['A-20475', 'Order A-20475 was not credited.'],
      ['B-1', 'Order B-1 was reported, but nothing of yours came with it.'],
      ['B-2', 'Order B-2 has never been reported.'],
    ] as const) {
      await box.fill(order);
      await page.keyboard.press('Enter');
      await answer.getByText(title, { exact: true }).waitFor();
      expect(await page.locator('.order-check .receipt').count()).toBe(order.includes('A-') ? 1 : 0);
    }
    expect(collector.requests).toContain('GET conversions?order=A-20480');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await answer.count()).toBe(0);
  });

  test('trouble is named, with the next step', async () => {
    await open();
    collector.faults.set('POST session', 'drop');
    collector.tokens.add('fresh');
    await page.goto(`${collector.origin}/stats#access=fresh`);
    await page.getByRole('heading', { name: 'The collector does not answer' }).waitFor();
    collector.faults.clear();
    collector.faults.set('GET totals', {
      status: 429,
      code: 'slow-down',
      message: '',
      headers: { 'retry-after': '7' },
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Wait 7 seconds').waitFor();
    collector.faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.plot canvas');
    collector.faults.set('GET conversions', { status: 401, code: 'signed-out', message: '' });
    await page.getByLabel('7 days').click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  });
});

describe('the admin page', () => {
  test('a wrong key is refused at the field, a partner is told apart', async () => {
    await open();
    await page.goto(`${collector.origin}/admin`);
    await page.getByLabel('Admin key').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('No shop has this key').waitFor();
    await signInAsPartner();
    await page.goto(`${collector.origin}/admin`);
    await page.getByText('signed in as a partner').waitFor();
    await signInAsShop('site-key');
    await page.goto(`${collector.origin}/stats`);
    await page.getByText('This page belongs to partners').waitFor();
  });

  test('partners are sorted, found and paged', async () => {
    await open();
    await signInAsShop();
    const first = page.locator('table.partners tbody tr').first();
    await page.getByRole('button', { name: 'Partner', exact: true }).click();
    await page.waitForSelector('th[aria-sort=ascending]:has-text("Partner")');
    expect(await first.textContent()).toContain('Alice');
    await page.getByRole('button', { name: 'Partner', exact: true }).click();
    expect(await first.textContent()).toContain('Priya');
    await page.getByText('1 – 50 of 120').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('51 – 100 of 120').waitFor();
    await page.getByPlaceholder('Find by name or code').fill('CHIDI3');
    await page.waitForFunction(() => document.querySelectorAll('table.partners tbody tr').length === 1);
    expect(await first.textContent()).toContain('chidi3');
    await page.getByText('The visit through the link was longer ago').waitFor();
  });

  test('what the policy and a partner’s rules are warned of is said in plain words', async () => {
    await open();
    await signInAsShop();
    const warnings = page.locator('.policy-warnings');
    await warnings.nth(1).waitFor();
    expect(await warnings.locator('li').allTextContents()).toEqual([
      'Days held: Earnings are payable after 7 days while customers may return for 14 (refundDays), so partners are paid for what comes back. Expected: at least 14.',
      'Rule 1, percentage: 95 % and the discount of 10 % (policy.discount) are more than the customer pays. Expected: 100 % at most together.',
    ]);
    expect(await warnings.nth(1).textContent()).toContain('The rules of Daria Bellini');
  });

  test('a partner is added, with the collector’s objection at its field', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('button', { name: 'Add a partner' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add partner' }).click();
    await dialog.getByText('Give the partner a name.').waitFor();
    await dialog.getByLabel('Name').fill('Zoë Zander');
    await dialog.getByLabel('Code').fill('alice');
    await page.keyboard.press('Enter');
    await dialog
      .locator('.field', { hasText: 'Code' })
      .getByText('is taken on this site; choose another.')
      .waitFor();
    await dialog.getByLabel('Code').fill('zoe');
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Zoë Zander is in' }).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Referral link' }).inputValue()).toBe(
      'https://acorn.example/?ref=zoe',
    );
    await page.keyboard.press('Escape');
    await page.getByPlaceholder('Find by name or code').fill('zoe');
    await page.getByRole('button', { name: 'Zoë Zander', exact: true }).waitFor();
  });

  test('a partner gets a sign-in link, is paused and activated, and has conversions', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('button', { name: 'Bruno Haddad', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make a sign-in link' }).click();
    expect(await dialog.getByRole('textbox', { name: 'Sign-in link' }).inputValue()).toContain(
      '/stats#access=',
    );
    await dialog.getByText('Works once, until Dec 24, 2026').waitFor();
    await dialog.getByRole('button', { name: 'Copy sign-in link' }).click();
    await isAnnounced('Copied the sign-in link.');
    await dialog.getByRole('button', { name: 'Pause Bruno Haddad' }).click();
    await dialog.getByRole('button', { name: 'Yes, pause' }).click();
    await dialog.getByRole('button', { name: 'Activate Bruno Haddad' }).click();
    await dialog.getByRole('button', { name: 'Yes, activate' }).click();
    await dialog.getByText('Active', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Show those of Bruno Haddad' }).click();
    await page.waitForSelector('table.conversions');
    expect(collector.requests.at(-1)).toContain('partner=p1');
    await page.getByRole('button', { name: 'Show all partners' }).click();
    await page.waitForFunction(() => !document.querySelector('.chip'));
    await page
      .getByRole('button', { name: /^Why\?/ })
      .nth(1)
      .click();
    await page.getByText('coupon BRUNO10 was used.').waitFor();
    const parts = page.getByRole('list', { name: 'Parts of the commission' }).getByRole('listitem');
    expect(await parts.count()).toBe(2);
    expect(await parts.nth(0).textContent()).toContain('less: one order earns €5.00 at most');
    expect(await parts.nth(1).textContent()).toContain('by rule 1 of the group makers, after 11 purchases');
    const review = page.locator('.review-in-list');
    await review.getByLabel('Reason').fill('Ask Bruno first');
    await review.getByRole('button', { name: 'Hold' }).click();
    await review.getByText('Held by operator').waitFor();
    await page.locator('table.conversions .pill.warn', { hasText: 'Held for a review' }).waitFor();
    const corrections = page.getByRole('list', { name: 'Corrections' });
    expect(await corrections.textContent()).toMatch(
      /reported again as .+, from the shop’s server\. Before: .+, browser only/,
    );
  });

  test('the tag to paste names the collector and the public key', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('link', { name: 'Install' }).click();
    const tag = `<script defer src="${collector.origin}/r.js" data-site="pk_acorn_7f3k2m9q"></script>`;
    await page.getByText(tag, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Copy tag' }).click();
    await isAnnounced('Copied the tag.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(tag);
    await page.getByRole('button', { name: 'Copy policy' }).click();
    await isAnnounced('Copied the policy.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `script-src ${collector.origin}/r.js\nconnect-src ${collector.origin}/e`,
    );
  });

  test('the tag is pinned, and keeps early calls, by keyboard too', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('link', { name: 'Install' }).click();
    await page.getByLabel('Pin this version').focus();
    await page.keyboard.press('Space');
    await page.getByText('/r-1.2.3.js" integrity="sha384-').waitFor();
    await page.getByText('Browsers check the script by its hash and stay at 1.2.3').waitFor();
    await isAnnounced('The tag below has changed.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('<script>window.reftally').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isAnnounced('Copied the tag.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^<script>.+<\/script>\n<script defer src=".+-1\.2\.3\.js" integrity="sha384-.+<\/script>$/,
    );
  });

  test('a tag that cannot be read says so, and is asked for again', async () => {
    await open();
    await signInAsShop();
    collector.faults.set('GET sites/acorn/snippet', {
      status: 503,
      code: 'not-built',
      message: 'Not built.',
    });
    await page.getByRole('link', { name: 'Install' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    collector.faults.delete('GET sites/acorn/snippet');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Copy tag' }).waitFor();
  });

  test('a payout is previewed, made under a name of its own, exported and paid', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('link', { name: 'Payouts', exact: true }).click();
    await page.getByRole('button', { name: 'Make a payout' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('7 payments, together').waitFor();
    expect(await dialog.locator('.preview-sum').textContent()).toBe('7 payments, together €250.00$54.00');
    expect(await dialog.locator('.notice').textContent()).toContain(
      'How to pay is missing for Chidi Eriksen, Daria Bellini.',
    );
    await dialog.getByLabel('Least payment in EUR').fill('a lot');
    await dialog.getByLabel('Currency').selectOption('EUR');
    await dialog.getByText('Expected a decimal such as').waitFor();
    await dialog.getByLabel('Least payment in EUR').fill('50');
    await page.keyboard.press('Tab');
    await dialog.getByText('3 payments, together').waitFor();
    const name = dialog.getByLabel('Name of the payout');
    expect(await name.inputValue()).toMatch(/^\d{4}-\d\d-\d\d-[a-z2-9]{4}$/);
    await name.fill('2026-05');
    await page.keyboard.press('Enter');
    await dialog
      .locator('.field', { hasText: 'Name of the payout' })
      .getByText('choose another id')
      .waitFor();
    await name.fill('june');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/admin#payouts/june');
    await page.getByText('From 50 EUR on.').waitFor();
    expect(await page.locator('table.accounts tbody tr').count()).toBe(3);

    await page.getByLabel('File').selectOption('paypal');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Yes, export it' }).click();
    await page.getByText('How Chidi Eriksen should be paid is not known').waitFor();
    await page.getByLabel('File').selectOption('sepa');
    const [sepa] = await Promise.all([
      page.waitForRequest('**/payouts/june/export'),
      page.getByRole('button', { name: 'Yes, export it' }).click(),
    ]);
    expect(sepa.postDataJSON()).toEqual({ site: 'acorn', format: 'sepa' });
    await page.getByText('The shop’s own account is not known').waitFor();
    await page.getByLabel('File').selectOption('csv');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Yes, export it' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('payout-june.csv');
    await page.getByText('On its way').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel this payout' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Mark as paid' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'No, leave it');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.pill.good', { hasText: 'Paid' }).waitFor();
    await page.getByRole('link', { name: 'All payouts' }).click();
    await page.waitForSelector('table.payouts');
    expect(await page.locator('.payouts .what').allTextContents()).toContain('june Paid');
  });

  test('a payout that nobody has exported is cancelled; where it went meanwhile is said', async () => {
    await open();
    await signInAsShop();
    await page.goto(`${collector.origin}/admin#payouts/2026-05`);
    await page.getByRole('button', { name: 'Cancel this payout' }).click();
    collector.faults.set('POST payouts/2026-05/cancel', {
      status: 409,
      code: 'conflict',
      message: 'The payout 2026-05 is exported: it can be cancelled before it is exported only.',
    });
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await page.getByText('it can be cancelled before it is exported only').waitFor();
    collector.faults.clear();
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await page.locator('.pill.warn', { hasText: 'Cancelled' }).waitFor();
    await page.goto(`${collector.origin}/admin#payouts/none`);
    await page.getByText('Site "acorn" has no payout "none".').waitFor();
  });

  test('how a partner is paid is said from the list of accounts', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('link', { name: 'Payouts', exact: true }).click();
    await page.getByRole('button', { name: 'Say how to pay: Chidi Eriksen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Bank account').check();
    expect(await dialog.getByLabel('Name of the account').inputValue()).toBe('Chidi Eriksen');
    await dialog.getByLabel('IBAN').fill('?');
    await page.keyboard.press('Enter');
    await dialog.locator('.field', { hasText: 'IBAN' }).getByText('Expected an IBAN').waitFor();
    await dialog.getByLabel('IBAN').fill('DE02120300000000202051');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Bank, …2051: Chidi Eriksen' }).waitFor();
  });

  test('what is under review is held, rejected with a reason and approved, by keyboard; who decided is kept', async () => {
    await open();
    await signInAsShop();
    await page.getByRole('link', { name: 'Review 5' }).click();
    const items = page.locator('.review');
    await items.nth(4).waitFor();
    expect(await items.first().locator('.flags').textContent()).toContain(
      'Banned site the visitor came from www.coupons.example',
    );
    await page.getByLabel('Decided by').fill('Eve');
    const first = items.first();
    const order = (await first.locator('h3').textContent()) ?? '';
    await first.getByLabel('Reason').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await first.getByText('Say why: the partner reads it.').waitFor();
    await first.getByLabel('Reason').fill('I ask the shop’s bank');
    await first.getByRole('button', { name: 'Hold' }).press('Enter');
    await isAnnounced('Held.');
    expect(await page.evaluate('document.activeElement.id')).toBe('review');
    await page.getByRole('link', { name: 'Review 4' }).waitFor();
    await page.getByLabel('Held 1').check();
    await page.waitForFunction(() => document.querySelectorAll('.review').length === 1);
    expect(await items.first().locator('h3').textContent()).toBe(order);
    expect(await items.first().locator('.verdicts').textContent()).toBe(
      'Held by Eve, Nov 23, 2026, 11:00 AM: “I ask the shop’s bank”',
    );
    await items.first().getByLabel('Reason').fill('Coupon sites are not part of it');
    await items.first().getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Nothing is in this state.').waitFor();
    await page.getByLabel('Rejected 1').check();
    await items.first().getByText('Rejected by Eve').waitFor();
    expect(await items.first().locator('.review-buttons button').allTextContents()).toEqual(['Approve']);
    await page.reload();
    expect(await page.getByLabel('Decided by').inputValue()).toBe('Eve');
    await items.first().getByRole('button', { name: /^Why/ }).click();
    await items.first().getByText('The shop’s rule, version 3').waitFor();
    collector.faults.set('POST conversions/', {
      status: 409,
      code: 'conflict',
      message: 'The conversion c0 is approved already: it can be held or rejected.',
    });
    await items.first().getByRole('button', { name: 'Approve' }).click();
    await items.first().getByText('is approved already: it can be held or rejected').waitFor();
  });

  test('a shop that owes nothing reads that there is no payout yet', async () => {
    const loud = collector;
    collector = await startFakeCollector({ partners: 1, quiet: true });
    try {
      await open();
      await signInAsShop();
      await page.getByRole('link', { name: 'Payouts', exact: true }).click();
      await page.getByText('No payout yet.').waitFor();
      await page.getByRole('link', { name: 'Review', exact: true }).click();
      await page.getByText('Nothing waits for you.').waitFor();
      await page.getByRole('link', { name: 'Payouts', exact: true }).click();
      await page.getByRole('button', { name: 'Make a payout' }).click();
      await page.getByText('Nothing is payable on these terms.').waitFor();
      expect(await page.getByRole('button', { name: 'Make this payout' }).isDisabled()).toBe(true);
    } finally {
      await collector.close();
      collector = loud;
    }
  });

  test('ten thousand partners are there and react within a second', async () => {
    const many = await startFakeCollector({ partners: 10_000 });
    const small = collector;
    collector = many;
    try {
      await open();
      await signInAsShop();
      const cpu = await mainThread();
      await page.reload();
      await page.getByText('1 – 50 of 10,000').waitFor();
      expect(await cpu()).toBeLessThan(1000);
      await page.waitForLoadState('networkidle');
      const before = await cpu();
      await page.getByPlaceholder('Find by name or code').fill('priya624');
      await page.waitForFunction(() => document.querySelectorAll('table.partners tbody tr').length === 1);
      await page.getByPlaceholder('Find by name or code').fill('');
      await page.getByRole('button', { name: 'Partner', exact: true }).click();
      await page.waitForSelector('th[aria-sort=ascending]:has-text("Partner")');
      expect((await cpu()) - before).toBeLessThan(1000);
    } finally {
      collector = small;
      await many.close();
    }
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test('the stats page is accessible, and fits a phone', async () => {
    await open({ colorScheme });
    await page.goto(`${collector.origin}/stats`);
    await page.getByRole('heading', { name: 'Sign in with your link' }).waitFor();
    await expectAccessible('signed out');
    await signInAsPartner();
    await page
      .getByRole('button', { name: /^Why\?/ })
      .nth(3)
      .click();
    await page.getByLabel('Look up an order').fill('A-20475');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.order-answer');
    await page.getByLabel('Custom').check();
    await page.getByText('Show these days as a table').click();
    await expectAccessible('stats');
    await page.setViewportSize(PHONE);
    await expectNoOverflow();
    await expectAccessible('stats on a phone');
  });

  test('the admin page is accessible, and fits a phone', async () => {
    await open({ colorScheme, viewport: PHONE });
    await page.goto(`${collector.origin}/admin`);
    await page.getByLabel('Admin key').waitFor();
    await expectAccessible('key');
    await expectNoOverflow();
    await signInAsShop();
    await expectNoOverflow();
    await expectAccessible('admin on a phone');
    for (const [name, seen] of [
      ['Conversions', 'table.conversions'],
      ['Review', '.review'],
      ['Payouts', 'table.accounts'],
      ['Install', '.steps .checks ~ .code'],
    ] as const) {
      await page.locator('.tabs').getByText(name).click();
      await page.waitForSelector(seen);
      await expectNoOverflow();
      await expectAccessible(name);
    }
    await page.setViewportSize(WIDE);
    await page.locator('.tabs').getByText('Partners').click();
    await page.getByRole('button', { name: 'Alice Archer', exact: true }).click();
    await page.getByRole('button', { name: 'Pause Alice Archer' }).click();
    await expectAccessible('admin with a dialog');
  });

  test('payouts are accessible, and fit a phone', async () => {
    await open({ colorScheme });
    await signInAsShop();
    for (const size of [WIDE, PHONE]) {
      await page.setViewportSize(size);
      await page.goto(`${collector.origin}/admin#payouts/2026-04`);
      await page.waitForSelector('table.accounts');
      await expectNoOverflow();
      await expectAccessible('a payout');
      await page.goto(`${collector.origin}/admin#payouts`);
      await page.getByRole('button', { name: 'Make a payout' }).click();
      await page.waitForSelector('.preview-lines');
      await expectNoOverflow();
      await expectAccessible('a new payout');
      await page.keyboard.press('Escape');
    }
  });
});

test('the strict policy was in force', async () => {
  await open();
  const answer = await page.goto(`${collector.origin}/stats`);
  expect(answer?.headers()['content-security-policy']).toContain("style-src 'self';");
});
