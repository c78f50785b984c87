import type { Page } from 'playwright-core';

/** Reads the figures of a stats page, once they are there, as their names and what they show. */
export async function readTiles(page: Page): Promise<Record<string, string[]>> {
  await page.locator('dl.tiles').waitFor();
  return page.locator('dl.tiles').evaluate((list) => {
    const tiles = [...list.children].map((tile) => {
      const figure = tile.querySelector('dd');
      const amounts = [...(figure?.children ?? [])].map((amount) => amount.textContent ?? '');
      return [
        tile.querySelector('dt')?.textContent ?? '',
        amounts.length > 0 ? amounts : [figure?.textContent ?? ''],
      ];
    });
    return Object.fromEntries(tiles);
  });
}
