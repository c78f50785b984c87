import { z } from 'zod';
import { pathProblem } from './pathProblem.js';
import { STANDARD_PATHS } from './STANDARD_PATHS.js';

const count = (what: string, max: number) =>
  z.coerce
    .number({ error: `expected ${what}` })
    .int(`expected ${what}`)
    .min(0, `expected ${what}`)
    .max(max, `expected ${what}`);

const address = z
  .url({ protocol: /^https?$/, error: 'expected an address such as "https://refer.example.com"' })
  .transform((url) => url.replace(/\/+$/, ''));

const hops = z.preprocess(
  (value) => (value === true || value === 'true' ? 1 : value === false || value === 'false' ? 0 : value),
  count('how many proxies stand in front, such as 1', 10),
);

/** Browsers and shops send again for days: an id must not be forgotten before. */
const LEAST_RETENTION = 30;
const retention = count('a number of days, or 0 to forget nothing', 36_500).refine(
  (days) => days === 0 || days >= LEAST_RETENTION,
  `expected at least ${LEAST_RETENTION} days, or 0 to forget nothing: what is sent again later could not be told from news`,
);

const path = (standard: string) =>
  z.string({ error: `expected a path such as "${standard}"` }).check(({ value, issues }) => {
    const problem = pathProblem(value, standard);
    if (problem !== undefined) issues.push({ code: 'custom', message: problem, input: value });
  });

/** The one list of what can be set: each entry is a field of `startCollector`, a flag and a `REFTALLY_*` variable. */
export const optionList = {
  port: {
    flag: '--port <number>',
    help: 'port to listen on; 0 takes any free one',
    schema: count('a port from 0 to 65535', 65535).default(4800),
  },
  host: {
    flag: '--host <address>',
    help: 'address to listen on; 0.0.0.0 for every one of this machine',
    schema: z.string().min(1, 'expected an address').default('127.0.0.1'),
  },
  store: {
    flag: '--store <url>',
    help: 'where events are kept: a folder (file:./data), or a PostgreSQL database (postgres://USER:PASSWORD@HOST/DATABASE)',
    schema: z.string().min(1, 'expected a store such as "file:./data"').default('file:./data'),
  },
  adminKey: {
    flag: '--admin-key <key>',
    help: "the operator's key; without one it is made on the first start and kept in the data folder; a database needs one",
    schema: z.string().min(12, 'expected a key of at least 12 characters').optional(),
  },
  publicUrl: {
    flag: '--public-url <url>',
    help: 'the address under which others reach the collector, for links and cookies',
    schema: address.optional(),
  },
  trustProxy: {
    flag: '--trust-proxy <hops>',
    help: 'how many proxies stand in front, whose X-Forwarded-* headers are believed',
    schema: hops.default(0),
  },
  scriptPath: {
    flag: '--script-path <path>',
    help: 'a second path of the script, with a name of your own for the snippet; /r.js keeps working',
    schema: path(STANDARD_PATHS.script).default(STANDARD_PATHS.script),
  },
  collectPath: {
    flag: '--collect-path <path>',
    help: 'a second path to which events may be sent, for the snippet; /e keeps working',
    schema: path(STANDARD_PATHS.collect).default(STANDARD_PATHS.collect),
  },
  retentionDays: {
    flag: '--retention-days <days>',
    help: 'after how many days raw visits, their ids and expired touches are forgotten; 0: never',
    schema: retention.default(0),
  },
  rateLimit: {
    flag: '--rate-limit <events>',
    help: 'events a minute that one address may send to one site; 0 for no limit',
    schema: count('a number of events a minute', 1_000_000_000).default(60_000),
  },
  workers: {
    flag: '--workers <number>',
    help: 'processes that share the port and one database (--store postgres://…), such as one a core',
    schema: count('a number of processes from 1 to 256', 256).min(1, 'expected at least 1').default(1),
  },
  logLevel: {
    flag: '--log-level <level>',
    help: 'debug, info, warn, error or silent',
    schema: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'expected debug, info, warn, error or silent',
      })
      .default('info'),
  },
} as const;
