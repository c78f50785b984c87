import { setTimeout as delay } from 'node:timers/promises';
import { driveConnection } from './driveConnection.js';
import type { LoadResult } from './LoadResult.js';
import type { LoadSpec } from './LoadSpec.js';
import { makeTally, type Tally } from './makeTally.js';
import { makeTraffic } from './makeTraffic.js';

const BROWSER_HEADERS = [
  'Connection: keep-alive',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Accept: */*',
  'Origin: https://shop.example',
  'Referer: https://shop.example/',
  'Accept-Encoding: gzip, deflate, br',
  'Accept-Language: en-GB,en;q=0.9',
].join('\r\n');

/** Keeps `spec.connections` busy with one request each, and measures after the warm-up. */
export async function runLoad(spec: LoadSpec): Promise<LoadResult> {
  const traffic = makeTraffic(spec.traffic);
  const tally = makeTally(spec);
  const run = { isStopping: false };
  const nextRequest = () => requestOf(spec, traffic.next(spec.eventsPerRequest, spec.isMixed));
  const driving = Promise.all(
    Array.from({ length: spec.connections }, () => driveConnection(spec.port, nextRequest, tally, run)),
  );
  await delay(spec.warmUpMs);
  tally.start();
  await measured(spec, tally);
  tally.stop();
  run.isStopping = true;
  await driving;
  return tally.result(traffic.visitors());
}

async function measured({ measureMs, maxEvents }: LoadSpec, tally: Tally): Promise<void> {
  if (maxEvents === undefined) return delay(measureMs);
  const until = performance.now() + measureMs;
  while (tally.events() < maxEvents && performance.now() < until) await delay(10);
}

/** The headers that a browser sends with such a request, and the one that a proxy adds. */
function requestOf(
  { path, port, contentType }: LoadSpec,
  { body, address }: { body: string; address: string },
): string {
  return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-For: ${address}\r\nContent-Length: ${body.length}\r\nContent-Type: ${contentType}\r\n${BROWSER_HEADERS}\r\n\r\n${body}`;
}
