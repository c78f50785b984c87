import type { ServerResponse } from 'node:http';
import { type EventContext, parseWireEvent, type SignedClaim, type Site } from '@reftally/core';
import { clientHash } from '../http/clientHash.js';
import { clientIp } from '../http/clientIp.js';
import { errorBody } from '../http/errorBody.js';
import { HttpError } from '../http/HttpError.js';
import type { Incoming } from '../http/Incoming.js';
import { isRobot } from '../http/isRobot.js';
import { logRequest } from '../http/logRequest.js';
import { networkOf } from '../http/networkOf.js';
import { requestId } from '../http/requestId.js';
import { toHttpError } from '../http/toHttpError.js';
import type { Services } from '../Services.js';
import { checkSignature } from '../signing/checkSignature.js';
import { answerText } from './answerText.js';
import type { Batch } from './Batch.js';
import { checkOrigin } from './checkOrigin.js';
import { parseBatch } from './parseBatch.js';
import { readBody } from './readBody.js';
import { type Row, recordEvents } from './recordEvents.js';
import { sharedTurn } from './sharedTurn.js';
import { siteHeaders } from './siteHeaders.js';

const MAX_BODY = 64 * 1024;
/** What is longer holds many events, which are decided one after the other anyway. */
const SHORT_BODY = 4 * 1024;

/** Answers a request. */
export type Handler = (req: Incoming, res: ServerResponse) => void;

/** Makes the handler of `POST /e`, which stands ahead of Express: Express alone would take two thirds of the machine. */
export function createCollect(services: Services): Handler {
  return (req, res) => void answer(req, res, services);
}

async function answer(req: Incoming, res: ServerResponse, services: Services): Promise<void> {
  const start = performance.now();
  const headers: string[] = [];
  try {
    const rows = await collect(req, services, headers);
    send(req, res, services, 200, answerText(rows), headers);
    finish(req, services, { id: '', status: 200, start });
  } catch (error) {
    refuse(req, res, services, error, start, headers);
  }
}

/** Adds to `headers` what its site has answered, be it to events or with an error. */
async function collect(req: Incoming, services: Services, headers: string[]): Promise<Row[]> {
  if (req.method !== 'POST') {
    throw new HttpError(405, 'method-not-allowed', 'Events are sent by POST.', {
      headers: { Allow: 'POST' },
    });
  }
  const body = await readBody(req, MAX_BODY);
  if (body.length <= SHORT_BODY) await sharedTurn();
  const batch = parseBatch(body);
  const site = await services.store.siteByPublicKey(batch.key);
  if (!site) throw await unknownKey(req, services);
  checkOrigin(site, req.headers.origin);
  headers.push(...siteHeaders(req, site, services));
  const network = networkOf(clientIp(req, services.trustProxy));
  services.limitEvents(`${network} ${site.id}`, batch.events.length);
  return await recordBatch(batch, site, body.length, req, services); // Without `await` it would wait three times.
}

/** Guessing keys is limited too: each one costs a lookup. */
async function unknownKey(req: Incoming, services: Services): Promise<HttpError> {
  services.limitEvents(`${networkOf(clientIp(req, services.trustProxy))} ?`, 1);
  return new HttpError(
    401,
    'unknown-key',
    "k: no site has this public key; copy it from the site's settings.",
    {
      field: 'k',
    },
  );
}

function recordBatch(
  { events, sentAt }: Batch,
  site: Site,
  size: number,
  req: Incoming,
  services: Services,
): Promise<Row[]> {
  const context = new BrowserContext(site, req, services);
  const parse = (raw: unknown) => parseWireEvent(raw, sentAt, context);
  return recordEvents({ source: 'browser', events, size, context, parse }, services);
}

/** A class, so that a request costs one object and no closures. */
class BrowserContext implements EventContext {
  readonly site: string;
  readonly currencies: readonly string[];
  readonly receivedAt: number;
  readonly trust = 'browser';
  readonly newId: () => string;
  readonly #site: Site;
  readonly #req: Incoming;
  readonly #services: Services;
  #clientHash: string | undefined;

  constructor(site: Site, req: Incoming, services: Services) {
    this.site = site.id;
    this.#site = site;
    this.currencies = site.currencies;
    this.receivedAt = services.clock();
    this.newId = services.newId;
    this.#req = req;
    this.#services = services;
  }

  checkSignature(claim: SignedClaim): string | undefined {
    const { result, problem } = checkSignature(claim, this.#site, this.#services, this.receivedAt);
    this.#services.metrics.countSignature(result);
    return problem;
  }

  isRobot(): boolean {
    return isRobot(this.#req.headers['user-agent'] ?? '');
  }

  /** Once for all events of the request. */
  clientHash(): string {
    this.#clientHash ??= clientHash(this.#req, this.#services, this.receivedAt);
    return this.#clientHash;
  }
}

const CREDENTIALS = 'Access-Control-Allow-Credentials';
const JSON_HEADERS = [
  'Content-Type',
  'application/json; charset=utf-8',
  'Cache-Control',
  'no-store',
  'Vary',
  'Origin',
];

/** Every answer echoes the origin, or the script could not even read why it was refused; it carries nothing secret. */
function send(
  req: Incoming,
  res: ServerResponse,
  { isClosing }: Services,
  status: number,
  body: string,
  more: readonly string[] = [],
): void {
  if (res.destroyed) return;
  const headers = [...JSON_HEADERS, 'Content-Length', String(Buffer.byteLength(body)), ...more];
  const { origin } = req.headers;
  if (origin !== undefined) headers.push('Access-Control-Allow-Origin', origin);
  if (isClosing()) headers.push('Connection', 'close');
  res.writeHead(status, headers);
  res.end(body);
}

function refuse(
  req: Incoming,
  res: ServerResponse,
  services: Services,
  thrown: unknown,
  start: number,
  siteOnes: readonly string[],
): void {
  const id = requestId(req);
  const error = toHttpError(thrown, id);
  if (error.status === 500) services.log.error({ id, err: thrown }, 'unexpected error');
  services.metrics.countRefused('/e', error.code);
  const headers = ['X-Request-Id', id, 'Access-Control-Expose-Headers', 'Retry-After, X-Request-Id'];
  // A page that sends credentials reads no answer without it, and its site may not be known yet.
  if (!siteOnes.includes(CREDENTIALS)) headers.push(CREDENTIALS, 'true');
  send(req, res, services, error.status, errorBody(error), [
    ...headers,
    ...siteOnes,
    ...Object.entries(error.headers).flat(),
  ]);
  finish(req, services, { id, status: error.status, start, code: error.code });
}

function finish(
  req: Incoming,
  { log, metrics }: Services,
  { id, status, start, code }: { id: string; status: number; start: number; code?: string },
): void {
  const ms = performance.now() - start;
  metrics.observe('/e', req.method ?? '', status, ms / 1000);
  logRequest(log, req, { id, route: '/e', status, ms, code });
}
