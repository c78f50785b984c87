import { setTimeout as sleep } from 'node:timers/promises';
import type { Consent } from '../../packages/sdk/src/Consent.js';
import type { ChromiumProfile } from '../field/drive/ChromiumProfile.js';
import type { Field } from '../field/world/Field.js';
import type { Act } from './Act.js';
import type { Fact } from './Fact.js';
import { faultOf } from './faultOf.js';
import type { Happening } from './Happening.js';
import { OpenTab } from './OpenTab.js';
import { report } from './report.js';
import { reportOf } from './reportOf.js';
import type { Step } from './Step.js';

const HOUR_MS = 3_600_000;
/** How long a visitor who waits for it waits until everything has been sent (ms). */
const SETTLE_MS = 1_500;

/** Does in a real browser what a story says, in up to two tabs, and tells what happened. */
export class Visitor {
  /** What pages noticed of the script, in tabs that are closed. */
  readonly noticed: string[] = [];
  readonly #tabs: (OpenTab | undefined)[] = [undefined, undefined];
  readonly #field: Field;
  readonly #profile: ChromiumProfile;
  readonly #tell: (fact: Fact) => void;
  #happened: Fact[] = [];
  #count = 0;

  constructor(field: Field, profile: ChromiumProfile, tell: (fact: Fact) => void) {
    this.#field = field;
    this.#profile = profile;
    this.#tell = tell;
  }

  /** Resolves when both tabs have done their part and show a page that has loaded, or none. */
  async take({ tab, act, meanwhile }: Step): Promise<void> {
    await Promise.all([this.#do(tab, act), meanwhile && this.#do(tab === 0 ? 1 : 0, meanwhile)]);
    this.#tellAll();
  }

  /** Has all pages send what they have; resolves with what still waits in the browser after a while. */
  async settle(patienceMs: number): Promise<string[]> {
    const deadline = Date.now() + patienceMs;
    for (const tab of this.#seen()) await tab.run(() => void window.reftally?.flush(), null);
    for (;;) {
      const keys = await this.kept('_rq.');
      if (keys.length === 0) this.#tell({ is: 'settles', from: Date.now(), to: Date.now() });
      if (keys.length === 0 || Date.now() > deadline) return keys;
      await sleep(25);
    }
  }

  /** What the page in a tab was told of the visitor's consent. */
  told(n: 0 | 1): Consent | undefined {
    return this.#tabs[n]?.told;
  }

  /** The keys of localStorage with a prefix, as any of the pages sees them: they learn of each other's a moment later. */
  async kept(prefix: string): Promise<string[]> {
    const read = (start: string) => Object.keys(localStorage).filter((key) => key.startsWith(start));
    const keys = await Promise.all(this.#seen().map((tab) => tab.run(read, prefix)));
    return [...new Set(keys.flat())];
  }

  /** Of two tabs at once: reports first, so that what the other one forgets meanwhile comes after them. */
  #tellAll(): void {
    const reports = this.#happened.filter(({ is }) => is === 'tracks');
    const others = this.#happened.filter(({ is }) => is !== 'tracks');
    this.#happened = [];
    for (const fact of [...reports, ...others]) this.#tell(fact);
  }

  #seen(): OpenTab[] {
    return this.#tabs.flatMap((tab) => (tab?.page ? [tab] : []));
  }

  /** Runs something, and tells what happened in it and when. */
  async #during(run: () => Promise<Happening[]>): Promise<void> {
    const from = Date.now();
    const happenings = await run();
    for (const what of happenings) this.#happened.push({ ...what, from, to: Date.now() });
  }

  async #do(n: 0 | 1, act: Act): Promise<void> {
    const tab = this.#tabs[n];
    if (act.do === 'navigate') await this.#navigate(n, act.code);
    else if (act.do === 'reopen') await this.#close(n).then(() => this.#navigate(n));
    else if (act.do === 'close') await this.#close(n);
    else if (act.do === 'fault') this.#field.proxy.next.push(...Array(act.times).fill(faultOf(act.fault)));
    else if (act.do === 'wait') await sleep(200);
    else if (isOfWorld(act.do)) await this.#change(act.do);
    else if (tab?.page) await this.#doHere(n, tab, act);
  }

  async #doHere(n: 0 | 1, tab: OpenTab, act: Act): Promise<void> {
    if (act.do === 'settle') await this.settle(SETTLE_MS);
    if (act.do === 'reload') await this.#during(() => tab.reload());
    if (act.do === 'back') await this.#during(() => tab.traverse('back'));
    if (act.do === 'forward') await this.#during(() => tab.traverse('forward'));
    if (act.do === 'push') await tab.run((url) => history.pushState({}, '', url), this.#path(act.code));
    if (act.do === 'flush') await tab.run(() => void window.reftally?.flush(), null);
    if (act.do === 'hide' || act.do === 'show') await tab.run(see, act.do === 'show');
    if (act.do === 'consent')
      for (const one of act.everywhere ? this.#seen() : [tab])
        await this.#during(() => one.choose(act.choice));
    if (act.do === 'optOut') await this.#during(() => tab.optOut(act.out));
    if (act.do === 'track') await this.#track(n, tab, act);
  }

  #path(code?: string): string {
    return `/p${this.#count++}${code ? `?ref=${code}` : ''}`;
  }

  async #navigate(n: 0 | 1, code?: string): Promise<void> {
    const tab = this.#tabs[n] ?? new OpenTab(await this.#profile.newTab());
    this.#tabs[n] = tab;
    await this.#during(() => tab.go(this.#field.shop.origin() + this.#path(code)));
  }

  async #close(n: 0 | 1): Promise<void> {
    const tab = this.#tabs[n];
    if (!tab) return;
    this.#tabs[n] = undefined;
    await this.#during(() => tab.close());
    this.noticed.push(...tab.noticed);
  }

  /** By the browser and by the network: what a page sends while its tab closes gets past the browser's own switch. */
  async #cut(isOffline: boolean): Promise<void> {
    if (!isOffline) this.#field.proxy.isDown = false;
    await this.#profile.setOffline(isOffline);
    this.#field.proxy.isDown = isOffline;
  }

  #change(what: 'offline' | 'online' | 'later'): Promise<void> {
    return this.#during(async () => {
      // For the collector and the pages that open from now on: a tab from before has a slow clock.
      if (what === 'later') this.#field.passTime(HOUR_MS);
      else await this.#cut(what === 'offline');
      return [{ is: what }];
    });
  }

  async #track(n: 0 | 1, tab: OpenTab, { what, n: number, leaving }: Extract<Act, { do: 'track' }>) {
    const { key, name, props } = reportOf(what, what === 'step' ? this.#count++ : number);
    const page = tab.page ?? '';
    const before = Date.now();
    const goes = await tab.run(report, { key, name, props, leaving, path: this.#path() });
    this.#happened.push({ is: 'tracks', page, key, from: before, to: Date.now() });
    if (leaving === 'close') await this.#close(n);
    else if (goes) await this.#during(() => tab.arrive());
  }
}

/** Hides the page, or shows it: Playwright's pages believe themselves seen, whatever is in front of them. */
function see(isSeen: boolean): void {
  const get = () => (isSeen ? 'visible' : 'hidden');
  Object.defineProperty(document, 'visibilityState', { get, configurable: true });
  Object.defineProperty(document, 'hidden', { get: () => !isSeen, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

function isOfWorld(what: Act['do']): what is 'offline' | 'online' | 'later' {
  return ['offline', 'online', 'later'].includes(what);
}
