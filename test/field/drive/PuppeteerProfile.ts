import type { BrowserContext } from 'puppeteer-core';
import type { Cookie } from './Cookie.js';
import type { Profile } from './Profile.js';
import { PuppeteerTab } from './PuppeteerTab.js';

/** A profile of a browser that Puppeteer drives. */
export class PuppeteerProfile implements Profile {
  readonly #context: BrowserContext;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  async newTab(): Promise<PuppeteerTab> {
    return new PuppeteerTab(await this.#context.newPage());
  }

  async cookies(): Promise<Cookie[]> {
    const cookies = await this.#context.cookies();
    return cookies.map(({ name, value, domain, secure, sameSite = '' }) => {
      return { name, value, domain, secure, sameSite };
    });
  }

  async setOffline(offline: boolean): Promise<void> {
    for (const page of await this.#context.pages()) await page.setOfflineMode(offline);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
