import { parseArgs } from 'node:util';
import type { Options } from './Options.js';

const HELP = `Measures POST /e beside its floors, each server and the load in a process of its own.

  npm run bench -- [options]

  --quick              about 20 s: 2 rounds of 1.2 s instead of 3 of 5 s, hardly any warm-up
  --rounds N           rounds, interleaved; the table has their medians (3)
  --seconds N          length of one measurement (5)
  --warm-up N          seconds before it that are not counted; compiling takes some (8)
  --connections N      kept-alive connections with one request each (64)
  --rate-limit N       events a minute and address that the collector allows (1000000000)
  --full N             also after N events from 0.3 N referred visitors: rate, p99, memory, time to start
  --rules              two more rows: tiers, caps, rules by line, and every fraud signal
  --postgres           four more rows: a PostgreSQL 18 of its own on this machine, one collector and two workers
  --rungs              three more rows between the bare server and the collector: with a log, with a store that decides nothing
  --reads              only what reads do to writes, and writes to reads; with --postgres there, too
  --profile FOLDER     writes CPU profiles of the collector there
  --help               this
`;

/** Reads the command line; undefined when it asks for help, which is printed. */
export function readOptions(args: string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: {
      quick: flag,
      help: flag,
      rounds: text,
      seconds: text,
      'warm-up': text,
      connections: text,
      'rate-limit': text,
      full: text,
      rules: flag,
      postgres: flag,
      rungs: flag,
      reads: flag,
      profile: text,
    },
  });
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  return {
    rounds: Number(values.rounds ?? (values.quick ? 2 : 3)),
    warmUpMs: Number(values['warm-up'] ?? (values.quick ? 0.6 : 8)) * 1000,
    measureMs: Number(values.seconds ?? (values.quick ? 1.2 : 5)) * 1000,
    connections: Number(values.connections ?? 64),
    rateLimit: Number(values['rate-limit'] ?? 1_000_000_000),
    full: Number(values.full ?? 0),
    rules: values.rules ?? false,
    postgres: values.postgres ?? false,
    rungs: values.rungs ?? false,
    reads: values.reads ?? false,
    profile: values.profile,
  };
}
