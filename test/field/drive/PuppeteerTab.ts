import type { Page } from 'puppeteer-core';
import type { Tab } from './Tab.js';

/** A tab of a browser that Puppeteer drives. */
export class PuppeteerTab implements Tab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
  }

  async run<Result, Arg>(body: (arg: Arg) => Result | Promise<Result>, arg?: Arg): Promise<Result> {
    return (await this.page.evaluate(`(${body})(${JSON.stringify(arg)})`)) as Result;
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.page.once('close', resolve));
    await this.page.close({ runBeforeUnload: true });
    await closed;
  }
}
