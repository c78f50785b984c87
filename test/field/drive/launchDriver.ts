import { ChromiumDriver } from './ChromiumDriver.js';
import type { Driver } from './Driver.js';
import { PuppeteerDriver } from './PuppeteerDriver.js';
import { WebKitDriver } from './WebKitDriver.js';

/** Starts the browser that the scenarios are to run in: the one of `FIELD_BROWSER`, else Chromium. */
export function launchDriver(): Promise<Driver> {
  const name = process.env.FIELD_BROWSER ?? 'chromium';
  if (name === 'firefox') return PuppeteerDriver.launchFirefox();
  if (name === 'webkit') return WebKitDriver.launch();
  if (name !== 'chromium') throw new Error(`FIELD_BROWSER is ${name}: expected chromium, firefox or webkit.`);
  return ChromiumDriver.launch();
}
