import type { Driver } from './Driver.js';
import { type FoundWebKit, findWebKit } from './findWebKit.js';
import { type Display, startDisplay } from './startDisplay.js';
import { type Gateway, startGateway } from './startGateway.js';
import { WebDriverServer } from './WebDriverServer.js';
import { WebDriverSession } from './WebDriverSession.js';
import { WebKitProfile } from './WebKitProfile.js';

/** How often a session is asked for: one in fifty or so is never answered. */
const TRIES = 3;

/** WebKitGTK's MiniBrowser by its WebDriver, with one process of each for every profile. */
export class WebKitDriver implements Driver {
  readonly name = 'webkit';
  readonly #found: FoundWebKit;
  readonly #gateway: Gateway;
  readonly #display: Display | undefined;

  private constructor(found: FoundWebKit, gateway: Gateway, display: Display | undefined) {
    this.#found = found;
    this.#gateway = gateway;
    this.#display = display;
  }

  static async launch(): Promise<WebKitDriver> {
    const found = findWebKit();
    const display = found.xvfb === undefined ? undefined : await startDisplay(found.xvfb);
    return new WebKitDriver(found, await startGateway(), display);
  }

  async version(): Promise<string> {
    const profile = await this.newProfile();
    await profile.close();
    return `WebKitGTK ${profile.version}`;
  }

  async newProfile(): Promise<WebKitProfile> {
    for (let tries = 1; ; tries++) {
      const server = await WebDriverServer.start(
        this.#found.driver,
        this.#display?.name ?? process.env.DISPLAY ?? '',
      );
      try {
        return await this.#open(server);
      } catch (error) {
        await server.stop();
        if (tries === TRIES) throw error;
      }
    }
  }

  async close(): Promise<void> {
    await this.#gateway.close();
    await this.#display?.close();
  }

  async #open(server: WebDriverServer): Promise<WebKitProfile> {
    // Not by the capability "proxy": WebKit would talk TLS to a proxy for https.
    const args = ['--automation', `--proxy=http://127.0.0.1:${this.#gateway.port}`];
    const session = await WebDriverSession.open(server.url, {
      acceptInsecureCerts: true,
      'webkitgtk:browserOptions': { binary: this.#found.path, args },
    });
    return new WebKitProfile(session, this.#gateway, server);
  }
}
