import type { BrowserContext, Page } from 'playwright-core';
import type { Entry } from './Stage.js';

/** How somebody arrives who follows a partner's link, of whichever of the contenders. */
const LANDING = '?ref=bob&via=bob';

/**
 * Opens a contender's page in a new tab, and waits until the script is there and the network has been quiet for half a second. Another page
 * opens it: only such a tab can be closed by a script. `features`: as of `window.open`; with `noopener` the tab has a process of its own.
 */
export async function openShop(
  { contender, url }: Entry,
  profile: BrowserContext,
  features: '' | 'noopener' = '',
): Promise<Page> {
  const from = await profile.newPage();
  const opened = profile.waitForEvent('page');
  const address = JSON.stringify(`${url}${LANDING}`);
  await from.evaluate(`void window.open(${address}, '_blank', '${features}')`);
  const page = await opened;
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(contender.ready);
  return page;
}
