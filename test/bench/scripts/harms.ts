import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { TrackerServer } from './TrackerServer.js';

/** What happens to a sale. Times in ms. */
export interface Harm {
  readonly latencyMs?: number;
  readonly refusesFirst?: boolean;
  /** How long the server waits for the sale. */
  readonly patienceMs: number;
  /** Of the tab. */
  readonly features?: 'noopener';
  /** Whether the buyer comes back, to the same page in the same browser, and how much later. */
  readonly backAfterMs?: number;
  /** Reports the sale with this expression, and does what harms it. */
  play(page: Page, buy: string, server: TrackerServer): Promise<void>;
}

/** Long enough for whatever a browser still does for a tab that is gone. */
const AFTERMATH_MS = 1_000;
/** Longer than any script here leaves a sale alone that another tab may still be sending. */
const BACK_AFTER_MS = 35_000;

/** How a sale can come to harm. */
export const harms = {
  /** The tab is closed in the task that bought. */
  closed: { latencyMs: 300, patienceMs: 5_000, play: buyAndClose },
  /** The same, but the page is told nothing: so it is in a headless Chromium when the tab's process ends with it. */
  gone: {
    latencyMs: 300,
    patienceMs: 5_000,
    backAfterMs: BACK_AFTER_MS,
    features: 'noopener',
    play: buyAndClose,
  },
  /** The tab is closed while there is no network. */
  offline: {
    patienceMs: 20_000,
    backAfterMs: BACK_AFTER_MS,
    play: async (page: Page, buy: string, server: TrackerServer) => {
      const profile = page.context();
      await profile.setOffline(true);
      // What outlives a tab is out of reach of the browser's own switch.
      server.isDown = true;
      await buyAndClose(page, buy);
      await sleep(AFTERMATH_MS);
      server.isDown = false;
      await profile.setOffline(false);
    },
  },
  /** The server answers 503, once. */
  refused: {
    refusesFirst: true,
    patienceMs: 20_000,
    play: async (page: Page, buy: string) => {
      await page.evaluate(`void ${buy}`);
    },
  },
} satisfies Record<string, Harm>;

/** Closes the tab in the task that buys. A tab in another one's process is told, as when its user closes it. */
async function buyAndClose(page: Page, buy: string): Promise<void> {
  const closed = page.waitForEvent('close');
  // The page may be gone before it can answer.
  page.evaluate(`void (${buy}, window.close())`).catch(() => undefined);
  await closed;
}
