import type { Page } from 'playwright-core';
import type { Tab } from './Tab.js';

/** A tab of Chromium. `page` is for what only Chromium can be asked. */
export class ChromiumTab implements Tab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async run<Result, Arg>(body: (arg: Arg) => Result | Promise<Result>, arg?: Arg): Promise<Result> {
    // As text: Playwright would otherwise want handles sorted out of the argument's type.
    return this.page.evaluate(`(${body})(${JSON.stringify(arg)})`);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async close(): Promise<void> {
    const closed = this.page.waitForEvent('close');
    await this.page.close({ runBeforeUnload: true });
    await closed;
  }
}
