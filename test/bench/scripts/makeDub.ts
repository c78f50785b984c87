import { readFileSync } from 'node:fs';
import { bundleScript } from './bundleScript.js';
import type { Contender } from './Contender.js';
import { fileReply } from './fileReply.js';
import { jsonReply } from './jsonReply.js';

const SCRIPT = '/script.conversion-tracking.js';

/**
 * Dub's npm module, bundled with the call that starts it. It is only a loader: it fetches its script from Dub's own servers. `scriptFile`:
 * a copy of that script; without one it asks for the original, in vain, and nothing of it but the loader can be measured.
 */
export async function makeDub(
  folder: string,
  version: string,
  scriptFile: string | undefined,
): Promise<Contender> {
  const script = scriptFile === undefined ? undefined : readFileSync(scriptFile);
  const loader = await bundleScript(
    folder,
    `import { inject } from '@dub/analytics';
const apiHost = new URL(document.currentScript.src).origin;
inject({ apiHost, publishableKey: 'dub_pk_shop', domainsConfig: { refer: 'go.shop.test' }${
      script ? `, scriptProps: { src: apiHost + '${SCRIPT}' }` : ''
    } });`,
  );
  return {
    name: `Dub ${version}${script ? '' : ', loader'}`,
    path: '/dub',
    tags: (server) => `<script defer src="${server}/dub.js"></script>`,
    files: script ? ['/dub.js', SCRIPT] : ['/dub.js'],
    // Set by the script itself, and not by the loader.
    ready: script ? 'window._dubAnalytics' : 'window.dubAnalytics',
    buy: `(invoiceId) => window.dubAnalytics.trackSale(
      { customerExternalId: 'c_81', amount: 4990, currency: 'eur', paymentProcessor: 'custom', invoiceId })`,
    canBuy: script !== undefined,
    answer: ({ method, url }) => {
      if (url === '/dub.js') return fileReply(loader);
      if (url === SCRIPT && script) return fileReply(script);
      if (method !== 'POST') return undefined;
      if (url === '/track/click')
        return jsonReply({ clickId: 'Yh2cXoCB0WOOqMsT', partner: null, discount: null });
      return url === '/track/sale/client'
        ? jsonReply({ eventName: 'Purchase', sale: {}, customer: {} })
        : undefined;
    },
  };
}
