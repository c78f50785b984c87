import type { ReplayReport, Site } from '@reftally/core';
import type { ReplayQuery, ReplayWatch } from '@reftally/store';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { resolveScope } from '../auth/resolveScope.js';
import { errorBody } from '../http/errorBody.js';
import { HttpError } from '../http/HttpError.js';
import { parseInput } from '../http/parseInput.js';
import { requestId } from '../http/requestId.js';
import { type RouteHandler, route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import { toHttpError } from '../http/toHttpError.js';
import type { Services } from '../Services.js';
import { apiReplay } from './apiReplay.js';
import { principalOf } from './principalOf.js';
import { rangeFields } from './rangeFields.js';
import { rangeWithin } from './rangeWithin.js';
import { siteFields } from './siteFields.js';

const asked = strictShape({
  site: z.string().optional(),
  policy: siteFields.policy.default({}),
  from: rangeFields.from,
  to: rangeFields.to,
});
const LINES = 'application/x-ndjson';

/** `/replay`: what another policy would have made of a site's history. */
export function addReplayRoute(router: Router, services: Services): void {
  route(router, '/replay', { post: replay(services) });
}

/** One at a time for each site: it needs about as much memory as the site's whole history. */
function replay(services: Services): RouteHandler {
  const running = new Set<string>();
  return async (req, res) => {
    const { policy, from, to, ...named } = parseInput(asked, req.body);
    const { site } = await resolveScope(principalOf(res), 'replay', named, services.store);
    const range = rangeWithin({ from, to }, site.timeZone, services.clock());
    if (running.has(site.id)) throw isRunning();
    running.add(site.id);
    try {
      await answer(req, res, { site: site.id, policy, ...range }, site, services);
    } finally {
      running.delete(site.id);
    }
  };
}

async function answer(
  req: Request,
  res: Response,
  query: ReplayQuery,
  site: Site,
  { store }: Services,
): Promise<void> {
  const left = new AbortController();
  res.once('close', () => left.abort(new Error('nobody waits for the answer any more')));
  const run = async (watch: ReplayWatch) => {
    const report: ReplayReport = await store.replay(query, { signal: left.signal, ...watch });
    return apiReplay(report, query, site, store);
  };
  if (req.get('accept')?.includes(LINES)) await streamLines(req, res, run);
  else res.json(await run({}));
}

/** One JSON object a line: `progress` from time to time, at last the `report`, or the `error` that came between. */
async function streamLines(
  req: Request,
  res: Response,
  run: (watch: ReplayWatch) => Promise<object>,
): Promise<void> {
  const write = (line: object) => res.write(`${JSON.stringify(line)}\n`);
  res.type(LINES);
  try {
    write({ report: await run({ onProgress: (done, total) => write({ progress: { done, total } }) }) });
  } catch (error) {
    res.write(`${errorBody(toHttpError(error, requestId(req)))}\n`);
  }
  res.end();
}

function isRunning(): HttpError {
  return new HttpError(
    409,
    'replay-running',
    'A replay of this site is running: wait for its report, or end the request that waits for it.',
  );
}
