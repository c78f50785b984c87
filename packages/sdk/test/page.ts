import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { Reftally } from '../src/Reftally.js';
import type { Arrived } from './world.js';

const script = String(readFileSync(new URL('../dist/r.js', import.meta.url)));

/** When pages open: the cookie jar goes by the real clock. */
export const START = Math.floor(Date.now() / 1000) * 1000;

/** What a fetch answers: a status (0: no answer at all), and headers. */
export type Reply = { status: number; headers?: { [name: string]: string }; json?: unknown };

/** A page with the built script in it, a clock that the test moves, and a fetch that writes down and answers. */
export interface TestPage {
  window: JSDOM['window'] & { reftally: Reftally };
  /** The events of each request, and when it was made. */
  sent: Arrived[][];
  times: number[];
  /** How each request was made, without its body. */
  requests: { [option: string]: unknown }[];
  warnings: unknown[][];
  errors: unknown[];
  /** Answers to come; after these, 200 with a row for each event. */
  replies: Reply[];
  time: number;
  /** Runs timers (the retries among them) that are due within `ms`, and what hangs on them. */
  pass(ms: number): Promise<void>;
  storedEvents(): Arrived[];
}

interface Setup {
  url?: string;
  attributes?: string;
  before?: (window: JSDOM['window']) => void;
  storage?: { [key: string]: string };
  cookie?: string;
  time?: number;
}

/** Lets promises settle. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};

export async function openPage(setup: Setup = {}): Promise<TestPage> {
  const tag = `<script src="https://c.test/r.js" data-site="pk_1" ${setup.attributes ?? ''}></script>`;
  const dom = new JSDOM(`<!doctype html><body>${tag}</body>`, {
    url: setup.url ?? 'https://www.shop.test/?ref=bob',
    runScripts: 'outside-only',
  });
  const window = dom.window as unknown as TestPage['window'];
  const page: TestPage = {
    window,
    sent: [],
    times: [],
    requests: [],
    warnings: [],
    errors: [],
    replies: [],
    time: setup.time ?? START,
    pass: async (ms) => {
      const end = page.time + ms;
      for (;;) {
        await settle();
        const due = timers.sort((a, b) => a.at - b.at)[0];
        if (!due || due.at > end) break;
        timers.shift();
        page.time = Math.max(page.time, due.at);
        due.run();
      }
      page.time = end;
    },
    storedEvents: () =>
      Object.keys(window.localStorage)
        .filter((key) => key.startsWith('_rq.'))
        .map((key) => JSON.parse(window.localStorage.getItem(key) ?? '')),
  };
  const timers: { id: number; at: number; run: () => void }[] = [];
  const fetch = async (url: unknown, { body, ...init }: { body: string }) => {
    const { e } = JSON.parse(body) as { e: Arrived[] };
    page.sent.push(e);
    page.times.push(page.time);
    page.requests.push({ url: String(url), ...init });
    const { status, headers = {}, json } = page.replies.shift() ?? { status: 200 };
    if (!status) throw new TypeError('Failed to fetch');
    const rows = { r: e.map(({ id }) => ({ id, status: 'accepted' })) };
    return { status, headers: new Headers(headers), json: async () => json ?? (status === 200 ? rows : {}) };
  };
  let id = 0;
  Object.assign(window, {
    fetch,
    console: { ...console, warn: (...what: unknown[]) => page.warnings.push(what) },
    setTimeout: (run: (value?: unknown) => void, ms: unknown, value?: unknown) => {
      id++;
      timers.push({ id, at: page.time + (Number(ms) || 0), run: () => run(value) });
      return id;
    },
    clearTimeout: (old: number) => {
      const index = timers.findIndex((timer) => timer.id === old);
      if (index >= 0) timers.splice(index, 1);
    },
  });
  window.Date.now = () => page.time;
  window.addEventListener('error', (event) => page.errors.push(event));
  for (const [key, value] of Object.entries(setup.storage ?? {})) window.localStorage.setItem(key, value);
  if (setup.cookie) window.document.cookie = setup.cookie;
  show(window, false);
  setup.before?.(window);
  window.eval(script);
  return page;
}

/** Sets what the page says about itself, without an event. */
export function show({ document }: JSDOM['window'], hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
}

/** Makes the page hidden, as a closing tab does. */
export function hide({ window }: TestPage): void {
  show(window, true);
  window.document.dispatchEvent(new window.Event('visibilitychange'));
  window.dispatchEvent(new window.Event('pagehide'));
}
