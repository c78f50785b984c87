import { bundleScript } from './bundleScript.js';
import type { Contender } from './Contender.js';
import { fileReply } from './fileReply.js';

/** Plausible's npm module, bundled with the call that starts it. */
export async function makePlausible(folder: string, version: string): Promise<Contender> {
  // The endpoint is wherever the bundle came from.
  const code = await bundleScript(
    folder,
    `import { init } from '@plausible-analytics/tracker';
init({ domain: 'shop.test', endpoint: new URL('/api/event', document.currentScript.src).href });`,
  );
  return {
    name: `Plausible ${version}`,
    path: '/plausible',
    tags: (server) => `<script defer src="${server}/plausible.js"></script>`,
    files: ['/plausible.js'],
    ready: 'window.plausible',
    buy: "(order) => window.plausible('Purchase', { revenue: { amount: 49.9, currency: 'EUR' }, props: { order } })",
    canBuy: true,
    answer: ({ method, url }) => {
      if (url === '/plausible.js') return fileReply(code);
      const taken = { status: 202, headers: { 'Content-Type': 'text/plain' }, body: 'ok' };
      return method === 'POST' && url === '/api/event' ? taken : undefined;
    },
  };
}
