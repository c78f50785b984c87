import type { Cookie } from './Cookie.js';
import type { Profile } from './Profile.js';
import type { Gateway } from './startGateway.js';
import type { WebDriverServer } from './WebDriverServer.js';
import type { WebDriverSession } from './WebDriverSession.js';
import { WebKitTab } from './WebKitTab.js';

/** A profile of WebKit: a browser of its own, which forgets everything when it ends. Its session has one present tab. */
export class WebKitProfile implements Profile {
  readonly #session: WebDriverSession;
  readonly #gateway: Gateway;
  readonly #server: WebDriverServer;
  readonly #tabs: WebKitTab[] = [];
  /** The empty tab that a browser begins with, and gets when its last one is closed: without any it would end. */
  #spare: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: WebDriverSession, gateway: Gateway, server: WebDriverServer) {
    this.#session = session;
    this.#gateway = gateway;
    this.#server = server;
  }

  /** Of WebKitGTK. */
  get version(): string {
    return this.#session.browserVersion;
  }

  async newTab(): Promise<WebKitTab> {
    const [first] = this.#tabs;
    const isFirst = !first && this.#spare === undefined;
    if (isFirst) this.#spare = (await this.#session.get('/window')) as string;
    const handle = this.#spare ?? (await first?.inTurn(() => this.#newWindow())) ?? '';
    this.#spare = undefined;
    const tab = new WebKitTab(
      this.#session,
      handle,
      (command) => this.#inTurn(command),
      () => this.#close(tab),
    );
    this.#tabs.push(tab);
    return tab;
  }

  /** Of the page in the tab that was opened last: WebDriver tells no others. */
  async cookies(): Promise<Cookie[]> {
    const tab = this.#tabs.at(-1);
    return tab ? ((await tab.inTurn(() => this.#session.get('/cookie'))) as Cookie[]) : [];
  }

  /** Its only way out is closed. It does not know that it is offline, so its pages are told when that is over. */
  async setOffline(offline: boolean): Promise<void> {
    this.#gateway.isOpen = !offline;
    if (offline) return;
    for (const tab of this.#tabs) await tab.run(() => void dispatchEvent(new Event('online')));
  }

  async close(): Promise<void> {
    this.#gateway.isOpen = true;
    await this.#session.delete();
    await this.#server.stop();
  }

  async #close(tab: WebKitTab): Promise<void> {
    if (this.#tabs.length === 1) this.#spare = await tab.inTurn(() => this.#newWindow());
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    await tab.inTurn(() => this.#session.delete('/window'));
  }

  async #newWindow(): Promise<string> {
    const { handle } = (await this.#session.post('/window/new', { type: 'tab' })) as { handle: string };
    return handle;
  }

  #inTurn<Result>(command: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(command);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
