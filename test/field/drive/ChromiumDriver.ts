import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../launchBrowser.js';
import { ChromiumProfile } from './ChromiumProfile.js';
import type { Driver } from './Driver.js';

/** Chromium, for which every host name leads to this machine, with the back/forward cache that Playwright turns off. */
export class ChromiumDriver implements Driver {
  readonly name = 'chromium';
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async launch(): Promise<ChromiumDriver> {
    const args = ['--host-resolver-rules=MAP * 127.0.0.1'];
    return new ChromiumDriver(await launchBrowser(args, ['--disable-back-forward-cache']));
  }

  async version(): Promise<string> {
    return `Chromium ${this.#browser.version()}`;
  }

  async newProfile(): Promise<ChromiumProfile> {
    return new ChromiumProfile(await this.#browser.newContext({ ignoreHTTPSErrors: true }));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
