import { ChromiumDriver } from './ChromiumDriver.js';
import type { Driver } from './Driver.js';
import { PuppeteerDriver } from './PuppeteerDriver.js';
import { WebKitDriver } from './WebKitDriver.js';

/** Starts a browser: by its name, else the one of `FIELD_BROWSER`, else Chromium. */
export function launchDriver(name = process.env.FIELD_BROWSER ?? 'chromium'): Promise<Driver> {
  if (name === 'firefox') return PuppeteerDriver.launchFirefox();
  if (name === 'webkit') return WebKitDriver.launch();
  if (name !== 'chromium')
    throw new Error(`There is no browser ${name}: expected chromium, firefox or webkit.`);
  return ChromiumDriver.launch();
}
