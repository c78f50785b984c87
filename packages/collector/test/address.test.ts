import type { IncomingMessage } from 'node:http';
import { StartError } from '@reftally/store';
import { describe, expect, test } from 'vitest';
import { clientHash } from '../src/http/clientHash.js';
import { clientIp } from '../src/http/clientIp.js';
import { networkOf } from '../src/http/networkOf.js';
import { dataFolderOf } from '../src/options/dataFolderOf.js';
import { readSettings } from '../src/options/readSettings.js';

function request(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

test.each([
  ['no proxy is believed', 0, '10.0.0.1', '192.0.2.1', '10.0.0.1'],
  ['nor is a header missed', 1, '10.0.0.1', undefined, '10.0.0.1'],
  ['one proxy', 1, '10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['one proxy, and somebody made up the rest', 1, '10.0.0.1', '1.1.1.1, 2.2.2.2, 192.0.2.1', '192.0.2.1'],
  ['two proxies', 2, '10.0.0.1', '1.1.1.1, 192.0.2.1, 10.0.0.2', '192.0.2.1'],
  ['fewer than there should be', 5, '10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['an empty header', 1, '10.0.0.1', '', '10.0.0.1'],
  ['IPv4 on a dual-stack socket', 0, '::ffff:192.0.2.1', undefined, '192.0.2.1'],
])('the client’s address: %s', (_name, hops, remote, forwarded, expected) => {
  expect(
    clientIp(request(remote, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }), hops),
  ).toBe(expected);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('what is limited as one client: %s', (ip, network) => {
  expect(networkOf(ip).replace(/^:/, '0:')).toBe(network);
});

describe('the hash of a client', () => {
  const day = Date.UTC(2026, 4, 1, 12);
  const of = (ip: string, browser: string, now = day, clientSalt = 'salt') =>
    clientHash(request(ip, { 'user-agent': browser }), { clientSalt, trustProxy: 0 }, now);

  test('is the same for one browser within a day, and for nobody else', () => {
    expect(of('192.0.2.1', 'A')).toMatch(/^[0-9a-f]{32}$/);
    expect(of('192.0.2.1', 'A', day + 3_600_000)).toBe(of('192.0.2.1', 'A'));
    const others = [
      of('192.0.2.2', 'A'),
      of('192.0.2.1', 'B'),
      of('192.0.2.1', 'A', day + 86_400_000),
      of('192.0.2.1', 'A', day, 'x'),
    ];
    expect(new Set([of('192.0.2.1', 'A'), ...others]).size).toBe(5);
  });
});

test.each([
  ['file:./data', './data'],
  ['file:/srv/x', '/srv/x'],
  ['file:///srv/my%20data', '/srv/my data'],
  ['postgres://host/db', undefined],
])('the folder of %s', (url, folder) => {
  expect(dataFolderOf(url)).toBe(folder);
});

describe('settings', () => {
  test.each([
    ['/s.js', '/S.JS'],
    ['/s.js', '/s-forms.js'],
    ['/s', '/s-forms'],
  ])('no events at a file of the script: %s and %s', (scriptPath, collectPath) => {
    expect(() => readSettings({ scriptPath, collectPath })).toThrow(
      '--collect-path (REFTALLY_COLLECT_PATH): files of the script stand at this path',
    );
  });

  test.each([
    ['/r.js', '/e'],
    ['/s.js', '/s-events'],
    ['/a/b/c.min.js', '/a/b'],
    ['/late.js', '/events'],
  ])('paths of their own: %s and %s', (scriptPath, collectPath) => {
    expect(readSettings({ scriptPath, collectPath })).toMatchObject({ scriptPath, collectPath });
  });

  test('come from flags, then variables, then defaults', () => {
    const env = { REFTALLY_PORT: '5000', REFTALLY_TRUST_PROXY: '2', REFTALLY_HOST: '' };
    const settings = readSettings({ port: '6000', publicUrl: 'https://refer.example.com/' }, env);
    expect(settings).toMatchObject({ port: 6000, trustProxy: 2, host: '127.0.0.1', store: 'file:./data' });
    expect(settings.publicUrl).toBe('https://refer.example.com');
  });

  test.each([
    ['port', 'x', '--port (REFTALLY_PORT): expected a port'],
    ['port', '70000', '--port (REFTALLY_PORT): expected a port'],
    ['trustProxy', 'many', '--trust-proxy (REFTALLY_TRUST_PROXY): expected how many'],
    ['publicUrl', 'refer.example.com', '--public-url (REFTALLY_PUBLIC_URL): expected an address'],
    ['rateLimit', '-1', '--rate-limit (REFTALLY_RATE_LIMIT): expected a number'],
    ['logLevel', 'loud', '--log-level (REFTALLY_LOG_LEVEL): expected debug'],
    ['scriptPath', 's.js', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path such as "/r.js"'],
    ['scriptPath', '/s.js?x', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path'],
    ['scriptPath', '/a/../s.js', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path'],
    ['scriptPath', '//evil.example/s.js', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path'],
    ['scriptPath', '/s.js/', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path'],
    ['scriptPath', '/', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path'],
    ['scriptPath', '/:s', '--script-path (REFTALLY_SCRIPT_PATH): expected a plain path'],
    ['scriptPath', '/ADMIN', '--script-path (REFTALLY_SCRIPT_PATH): the collector answers at this path'],
    ['scriptPath', '/assets/s.js', '--script-path (REFTALLY_SCRIPT_PATH): the collector answers'],
    ['scriptPath', '/e', '--script-path (REFTALLY_SCRIPT_PATH): the collector answers'],
    ['scriptPath', '/r-forms.js', '--script-path (REFTALLY_SCRIPT_PATH): the collector answers'],
    ['collectPath', 'e', '--collect-path (REFTALLY_COLLECT_PATH): expected a plain path such as "/e"'],
    ['collectPath', '/l/alice', '--collect-path (REFTALLY_COLLECT_PATH): the collector answers'],
    ['collectPath', '/api/v1/events', '--collect-path (REFTALLY_COLLECT_PATH): the collector answers'],
    ['collectPath', '/r.js', '--collect-path (REFTALLY_COLLECT_PATH): the collector answers'],
    ['collectPath', 7, '--collect-path (REFTALLY_COLLECT_PATH): expected a path'],
    ['adminKey', 'short', '--admin-key (REFTALLY_ADMIN_KEY): expected a key of at least 12'],
  ])('%s %s is named with its flag and variable, and its value is not told', (name, value, sentence) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(StartError);
    expect(read).toThrow(sentence);
    if (name === 'adminKey') expect(read).not.toThrow(/short/);
  });
});
