import type { Locator } from 'playwright-core';

/** Drops a text file on an element, as somebody does who drags it out of a folder. */
export async function dropFile(target: Locator, name: string, content: string): Promise<void> {
  const page = target.page();
  const dataTransfer = await page.evaluateHandle(
    ([name, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([content], name, { type: 'application/json' }));
      return carried;
    },
    [name, content] as const,
  );
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
}
