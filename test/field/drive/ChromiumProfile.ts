import type { BrowserContext } from 'playwright-core';
import { ChromiumTab } from './ChromiumTab.js';
import type { Cookie } from './Cookie.js';
import type { Profile } from './Profile.js';

/** A profile of Chromium. `context` is for what only Chromium can be asked. */
export class ChromiumProfile implements Profile {
  readonly context: BrowserContext;

  constructor(context: BrowserContext) {
    this.context = context;
  }

  async newTab(): Promise<ChromiumTab> {
    return new ChromiumTab(await this.context.newPage());
  }

  cookies(): Promise<Cookie[]> {
    return this.context.cookies();
  }

  setOffline(offline: boolean): Promise<void> {
    return this.context.setOffline(offline);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
