import type { Browser, BrowserContext } from 'playwright-core';
import { startField } from '../../field/world/startField.js';
import { launchBrowser } from '../../launchBrowser.js';
import { makeContenders, type Packages } from './makeContenders.js';
import type { Entry, Stage } from './Stage.js';
import { TrackerServer } from './TrackerServer.js';

const LOCAL = ['shop.test', 'tracker.test'];

/** Starts a stage with all contenders. */
export async function setStage(packages: Packages): Promise<Stage> {
  const field = await startField();
  const contenders = await makeContenders(field, packages);
  const entries = await Promise.all(
    contenders.map(async (contender): Promise<Entry> => {
      const server = await TrackerServer.start(contender);
      field.shop.pages.set(contender.path, { html: field.shop.page(contender.tags(server.origin)) });
      return { contender, server, url: `${field.shop.origin()}${contender.path}` };
    }),
  );
  const browser = await launch();
  const elsewhere = new Map<string, number>();
  return {
    browser,
    field,
    entries,
    elsewhere,
    newProfile: () => newProfile(browser, elsewhere),
    close: async () => {
      await browser.close();
      await Promise.all(entries.map(({ server }) => server.close()));
      await field.close();
    },
  };
}

/** A browser for which no host exists but those of this machine, and in which a page cannot tell that nobody sits before it. */
function launch(): Promise<Browser> {
  const rules = [...LOCAL.map((host) => `MAP ${host} 127.0.0.1`), 'MAP * ~NOTFOUND'];
  return launchBrowser([
    `--host-resolver-rules=${rules.join(', ')}`,
    '--disable-blink-features=AutomationControlled',
  ]);
}

async function newProfile(browser: Browser, elsewhere: Map<string, number>): Promise<BrowserContext> {
  const [major] = browser.version().split('.');
  // Without the word by which trackers leave out what is no visitor.
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
  const profile = await browser.newContext({ userAgent });
  profile.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!/^http/.test(protocol) || LOCAL.includes(hostname)) return;
    elsewhere.set(hostname, (elsewhere.get(hostname) ?? 0) + 1);
  });
  return profile;
}
