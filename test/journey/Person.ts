import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { World } from './World.js';

/** What the panel on the page says that the tracker answered. */
export interface Answer {
  readonly status: string;
  readonly partner?: string;
  readonly reason?: string;
  readonly trust?: string;
}

/** Somebody with a browser profile of their own, who uses the shop by its links, forms and buttons. */
export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the pages: errors, and whatever their security policy refused. */
  readonly complaints: string[] = [];
  readonly #shopUrl: string;

  private constructor(page: Page, shopUrl: string) {
    this.page = page;
    this.context = page.context();
    this.#shopUrl = shopUrl;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  /** Opens a new browser profile. */
  static async meet(browser: Browser, world: World): Promise<Person> {
    const context = await browser.newContext({ locale: 'en-US' });
    return new Person(await context.newPage(), world.shopUrl);
  }

  /** Sets the browser's clock, for pages that show the latest days; ms since 1970. */
  async liveAt(time: number): Promise<void> {
    await this.context.clock.setFixedTime(time);
  }

  /** Opens a page of the shop. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.#shopUrl + path);
  }

  /** Makes an account: two pages, the form and the welcome. */
  async signUp(name: string, email: string): Promise<Answer> {
    await this.open('/signup');
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.locator('main').getByRole('button', { name: 'Sign up' }).click();
    return this.answer();
  }

  /** Signs in: two pages, the form and the shop window. */
  async signIn(email: string): Promise<void> {
    await this.open('/signin');
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.locator('main').getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  /** Puts something into the cart: two pages, the product and the cart. */
  async take(slug: string, quantity: number): Promise<void> {
    await this.open(`/products/${slug}`);
    await this.page.getByLabel('How many').fill(String(quantity));
    await this.page.getByRole('button', { name: 'Add to cart' }).click();
    await this.page.getByRole('link', { name: 'Check out' }).waitFor();
  }

  /** Pays for what is in the cart, from the cart page: two pages, checkout and thanks; a coupon is applied first, on a page of its own. */
  async pay(coupon?: string): Promise<Answer> {
    await this.page.getByRole('link', { name: 'Check out' }).click();
    if (coupon !== undefined) await this.apply(coupon);
    await this.#fillIfEmpty('Name', 'Bo');
    await this.#fillIfEmpty('E-mail address', 'bo@example.com');
    await this.page.getByLabel('Street and number').fill('Storgata 1');
    await this.page.getByLabel('Postcode').fill('9008');
    await this.page.getByLabel('Town or city').fill('Tromsø');
    await this.page.getByRole('button', { name: /^Pay/ }).click();
    return this.answer();
  }

  /** Types a coupon into the field of the checkout. */
  async apply(coupon: string): Promise<void> {
    await this.page.getByLabel('Coupon').fill(coupon);
    await this.page.getByRole('button', { name: 'Apply' }).click();
    await this.page.locator('.notice, .problems').waitFor();
  }

  /** Those who have an account find these filled in. */
  async #fillIfEmpty(label: string, value: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    if ((await field.inputValue()) === '') await field.fill(value);
  }

  /** What the tracker answered on this page, once it has. */
  async answer(): Promise<Answer> {
    const panel = this.page.locator('.tracker[data-status]');
    await panel.waitFor();
    return panel.evaluate((element) => {
      const rows = [...element.querySelectorAll('.tracker-answer dl div')];
      const pairs = rows.map((row) => [
        row.querySelector('dt')?.textContent,
        row.querySelector('dd')?.textContent,
      ]);
      return { status: element.getAttribute('data-status'), ...Object.fromEntries(pairs) };
    });
  }

  /** Everything that this profile keeps: cookies of all sites by name, and keys of both storages of the present page. */
  async keeps(): Promise<string[]> {
    const cookies = (await this.context.cookies()).map((cookie) => cookie.name);
    const keys = await this.page.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ]);
    return [...cookies, ...keys];
  }
}
