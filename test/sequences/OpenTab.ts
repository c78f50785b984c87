import { setTimeout as sleep } from 'node:timers/promises';
import type { Consent } from '../../packages/sdk/src/Consent.js';
import type { ChromiumTab } from '../field/drive/ChromiumTab.js';
import type { Happening } from './Happening.js';
import type { Life } from './Life.js';

/** How long a page may take to appear (ms); on a busy machine that is long. */
const PATIENCE_MS = 20_000;

/** A tab, and which of the shop's pages it shows; none after a navigation that failed. */
export class OpenTab {
  /** Errors and console output of its pages, as the browser's own tools see them, offline too. */
  readonly noticed: string[] = [];
  /** All pages that it has shown, by `Life.id`, and what each was told last. */
  readonly #told = new Map<string, Consent>();
  readonly #tab: ChromiumTab;
  #here: Life | undefined;

  constructor(tab: ChromiumTab) {
    this.#tab = tab;
    tab.page.on('pageerror', (error) => this.noticed.push(`error: ${error}`));
    tab.page.on('console', (message) => {
      // What the browser itself says of failed requests has no arguments.
      if (message.args().length > 0) this.noticed.push(`console: ${message.text()}`);
    });
  }

  /** The page that it shows. */
  get page(): string | undefined {
    return this.#here?.id;
  }

  /** What that page was told last. */
  get told(): Consent | undefined {
    return this.#told.get(this.page ?? '');
  }

  /** Runs a function in the page, which sees nothing but its argument. */
  run<Result, Arg>(body: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result> {
    return this.#tab.run(body, arg);
  }

  /** Goes somewhere and waits for the page; offline there will be none. */
  async go(url: string): Promise<Happening[]> {
    await this.#tab.open(url).catch(() => undefined);
    return this.arrive();
  }

  async reload(): Promise<Happening[]> {
    await this.#tab.reload().catch(() => undefined);
    return this.arrive();
  }

  /** Moves in the tab's history, if there is anything that way. */
  async traverse(way: 'back' | 'forward'): Promise<Happening[]> {
    const goes = await this.run((to) => {
      const { navigation } = window as Window & {
        navigation?: { canGoBack: boolean; canGoForward: boolean };
      };
      const can = to === 'back' ? navigation?.canGoBack : navigation?.canGoForward;
      if (can) history[to]();
      return can;
    }, way);
    return goes ? this.arrive() : [];
  }

  /** Tells the page what the visitor has chosen, and the shop to remember it. */
  async choose(consent: Consent): Promise<Happening[]> {
    await this.run(choose, consent);
    const page = this.page ?? '';
    this.#told.set(page, consent);
    return [{ is: 'hears', page, consent }];
  }

  /** The visitor opts out, or takes it back. */
  async optOut(out: boolean): Promise<Happening[]> {
    await this.run(optOut, out);
    return [{ is: 'optsOut', page: this.page ?? '', out }];
  }

  async close(): Promise<Happening[]> {
    await this.#tab.close();
    return [{ is: 'closes', pages: [...this.#told.keys()] }];
  }

  /** Waits until it shows another page than before, or the same one again, and tells which page left and which one came. */
  async arrive(): Promise<Happening[]> {
    const before = this.#here;
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const now = await this.#look();
      if (now === 'nowhere') return this.#strand();
      if (now !== 'loading' && !isSame(now, before)) return this.#change(now);
      await sleep(15);
    }
    throw new Error(`The tab shows no other page than ${JSON.stringify(before)}.`);
  }

  async #look(): Promise<Life | 'loading' | 'nowhere'> {
    try {
      return await this.run(look, null);
    } catch {
      // The page that was asked is on its way out.
      return 'loading';
    }
  }

  /** Leaves the browser's error page, which would load the shop's page by itself as soon as it is online. */
  async #strand(): Promise<Happening[]> {
    await this.#tab.open('about:blank');
    return this.#change(undefined);
  }

  #change(now: Life | undefined): Happening[] {
    const before = this.page;
    this.#here = now;
    const happenings: Happening[] = [];
    if (now?.id === before) return happenings;
    if (before !== undefined) happenings.push({ is: 'leaves', page: before });
    if (!now) return happenings;
    const { id: page, told: consent } = now;
    const told = this.#told.get(page);
    this.#told.set(page, consent);
    if (told === undefined) return [...happenings, { is: 'opens', page, consent }];
    // First: a page from the back/forward cache is told before it does anything.
    if (told !== consent) happenings.push({ is: 'hears', page, consent });
    return [...happenings, { is: 'returns', page }];
  }
}

function look(): Life | 'loading' | 'nowhere' {
  if (['chrome-error:', 'about:'].includes(location.protocol)) return 'nowhere';
  const { life, reftally } = window;
  const isReady = life?.shows && life.isIdle && reftally && document.readyState === 'complete';
  return isReady ? { ...life } : 'loading';
}

function choose(consent: Consent): void {
  // biome-ignore lint/suspicious/noDocumentCookie: what consent managers do.
  document.cookie = `choice=${consent}; path=/`;
  if (window.life) window.life.told = consent;
  window.reftally?.consent(consent);
}

function optOut(out: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: so that the next pages can tell when they have forgotten everything.
  document.cookie = `out=${out ? 1 : 0}; path=/`;
  window.reftally?.optOut(out);
}

function isSame(a: Life, b: Life | undefined): boolean {
  return a.id === b?.id && a.shows === b.shows && a.moves === b.moves;
}
