import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './findChromium.js';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium (the one of `CHROMIUM_PATH`, else an installed one) that talks to nobody on its own. `without`: arguments that
 * Playwright would add.
 */
export function launchBrowser(
  extraArgs: readonly string[] = [],
  without: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium().path,
    args: [...args, ...extraArgs],
    ignoreDefaultArgs: [...without],
  });
}
