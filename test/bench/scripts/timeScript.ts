import type { Entry, Stage } from './Stage.js';

/** What a page's main thread spent on a script (ms of its processor time). */
export interface Spent {
  /** On compiling and running it, once. */
  readonly evaluation: number;
  /** On that and on every later call into it, within the first three seconds. */
  readonly all: number;
}

const WATCHED_MS = 3_000;
/** How many times slower the processor seems. */
const THROTTLE = 4;

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Opens a contender's page once, for a new visitor on a processor a quarter as fast, and asks the browser what its script took. */
export async function timeScript(stage: Stage, { server, url }: Entry): Promise<Spent> {
  const profile = await stage.newProfile();
  const page = await profile.newPage();
  const session = await profile.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await stage.browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.goto(url);
  await page.waitForTimeout(WATCHED_MS);
  const trace = JSON.parse((await stage.browser.stopTracing()).toString());
  await profile.close();
  const events = (trace.traceEvents as TraceEvent[]).filter(
    ({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith(server.origin),
  );
  return {
    evaluation: sum(events.filter(({ name }) => name === 'EvaluateScript')),
    all: sum(outermost(events.filter(({ name }) => /^(EvaluateScript|FunctionCall)$/.test(name)))),
  };
}

/** Those that no other one of them contains. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const isWithin = (inner: TraceEvent, outer: TraceEvent) =>
    inner !== outer &&
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
  return events.filter((inner) => !events.some((outer) => isWithin(inner, outer)));
}

function sum(events: readonly TraceEvent[]): number {
  return events.reduce((total, { tdur, dur }) => total + (tdur ?? dur ?? 0), 0) / 1000;
}
