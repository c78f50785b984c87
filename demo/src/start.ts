import { randomBytes } from 'node:crypto';
import { CollectorApi } from './CollectorApi.js';
import { printLinks } from './start/printLinks.js';
import { readSettings } from './start/readSettings.js';
import { requireFreePort } from './start/requireFreePort.js';
import { StartError } from './start/StartError.js';
import { seedSite } from './start/seedSite.js';
import { sendSample } from './start/sendSample.js';
import { startCollector } from './start/startCollector.js';
import { startShop } from './startShop.js';

// `npm start`: a collector and the demo shop on a fresh folder. Progress goes to stderr, the four links to stdout.

const say = (words: string) => console.error(words);

async function start(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const { collectorPort, shopPort, folder } = settings;
  await requireFreePort(collectorPort, '--port');
  await requireFreePort(shopPort, '--shop-port');
  say('Starting the collector …');
  const adminKey = randomBytes(24).toString('base64url');
  const collector = await startCollector(collectorPort, folder, adminKey);
  say('Making a site with two partners, and opening the shop …');
  const api = new CollectorApi(collector.url, adminKey);
  const site = await seedSite(api, `http://localhost:${shopPort}`, settings.holdDays);
  const shop = await startShop({ port: shopPort, collectorUrl: collector.url, ...site.shop });
  if (settings.sample) say(`Sent ${await sendSample(api, site.id, new Date())} made-up events.`);
  await printLinks({
    api,
    alice: site.alice,
    shopUrl: shop.url,
    collectorUrl: collector.url,
    adminKey,
    folder,
  });
  say('Press Ctrl-C to stop.');

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await shop.close();
    await collector.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  await collector.ended;
  if (stopping) return;
  await shop.close();
  throw new StartError(`The collector ended by itself; its log is in ${folder}.`);
}

try {
  await start();
} catch (error) {
  say(error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}
