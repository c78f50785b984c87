import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../../findChromium.js';
import type { Driver } from './Driver.js';
import { findFirefox } from './findFirefox.js';
import { PuppeteerProfile } from './PuppeteerProfile.js';

/** Firefox by WebDriver BiDi; and Chromium where pages must know whether they are seen, which Playwright's do not. */
export class PuppeteerDriver implements Driver {
  readonly name: 'chromium' | 'firefox';
  readonly #browser: Browser;

  private constructor(name: 'chromium' | 'firefox', browser: Browser) {
    this.name = name;
    this.#browser = browser;
  }

  static async launchFirefox(): Promise<PuppeteerDriver> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox().path,
      acceptInsecureCerts: true,
      // Every host name leads to this machine.
      extraPrefsFirefox: { 'network.dns.forceResolve': '127.0.0.1', 'network.proxy.type': 0 },
    });
    return new PuppeteerDriver('firefox', browser);
  }

  static async launchChromium(): Promise<PuppeteerDriver> {
    const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * 127.0.0.1'];
    const browser = await puppeteer.launch({ executablePath: findChromium().path, args });
    return new PuppeteerDriver('chromium', browser);
  }

  async version(): Promise<string> {
    const [, version] = (await this.#browser.version()).split('/');
    return `${this.name === 'firefox' ? 'Firefox' : 'Chromium'} ${version}`;
  }

  async newProfile(): Promise<PuppeteerProfile> {
    return new PuppeteerProfile(await this.#browser.createBrowserContext());
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
