import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './Contender.js';
import { fileReply } from './fileReply.js';
import { jsonReply } from './jsonReply.js';

/** The newest defaults that this version knows, as its documentation asks of who sets it up anew. */
const DEFAULTS = '2026-08-30';

/** What PostHog's server says of a project that uses events and nothing else: no recordings, surveys, heatmaps or flags. */
const PROJECT = {
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  sessionRecording: false,
  surveys: false,
  heatmaps: false,
  capturePerformance: false,
  captureDeadClicks: false,
  autocaptureExceptions: false,
  defaultIdentifiedOnly: true,
  siteApps: [],
  isAuthenticated: false,
  toolbarParams: {},
};

/**
 * PostHog's `array.js`, as it is in the npm package, started as its snippet does it. Without surveys, for which it would load another script
 * on every page.
 */
export function makePosthog(folder: string, version: string): Contender {
  const code = readFileSync(join(folder, 'node_modules/posthog-js/dist/array.js'));
  return {
    name: `PostHog ${version}`,
    path: '/posthog',
    tags: (server) => `<script>
      window.posthog = Object.assign([], { __SV: 1, _i: [['phc_shop', { api_host: '${server}', defaults: '${DEFAULTS}', disable_surveys: true }, 'posthog']] });
    </script><script defer src="${server}/static/array.js"></script>`,
    files: ['/static/array.js'],
    ready: 'window.posthog && window.posthog.__loaded',
    buy: "(order_id) => window.posthog.capture('purchase', { order_id, revenue: 49.9, currency: 'EUR' })",
    canBuy: true,
    answer: ({ method, url }) => {
      if (url.startsWith('/static/array.js')) return fileReply(code);
      if (/^\/array\/phc_shop\/config\.js/.test(url))
        return fileReply(
          `(window._POSTHOG_REMOTE_CONFIG ||= {}).phc_shop = { config: ${JSON.stringify(PROJECT)}, siteApps: [] };`,
        );
      if (/^\/array\/phc_shop\/config/.test(url)) return jsonReply(PROJECT);
      if (method !== 'POST') return undefined;
      if (/^\/(flags|decide)\//.test(url))
        return jsonReply({ ...PROJECT, flags: {}, featureFlags: {}, errorsWhileComputingFlags: false });
      return /^\/(e|i\/v0\/e)\//.test(url) ? jsonReply({ status: 'Ok' }) : undefined;
    },
  };
}
