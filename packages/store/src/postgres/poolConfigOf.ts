import type pg from 'pg';
import { StartError } from '../StartError.js';
import { typeParsers } from './typeParsers.js';

/** What an address says: how to connect, and whether statements may be prepared on the server. */
export type PoolSettings = { config: pg.PoolConfig; prepare: boolean };

const CONNECTIONS = 10;

/** Reads an address; `connections` and `prepare` are ours, every other parameter goes to the client. Throws a `StartError`. */
export function poolConfigOf(address: string): PoolSettings {
  const url = parse(address);
  const connections = takeOut(url, 'connections') ?? String(CONNECTIONS);
  const prepare = takeOut(url, 'prepare') ?? 'on';
  if (!/^[1-9]\d{0,3}$/.test(connections)) {
    throw new StartError(
      `connections in --store: expected a number from 1 to 9999, and not "${connections}"`,
    );
  }
  if (prepare !== 'on' && prepare !== 'off') {
    throw new StartError(`prepare in --store: expected on or off, and not "${prepare}"`);
  }
  return { config: { ...configOf(url), max: Number(connections) }, prepare: prepare === 'on' };
}

function configOf(url: URL): pg.PoolConfig & { pipeline: true } {
  return {
    connectionString: url.href,
    application_name: 'reftally',
    types: typeParsers,
    keepAlive: true,
    // What is asked without waiting goes over the wire together.
    pipeline: true,
    // Also how long a call waits for a connection that is free.
    connectionTimeoutMillis: 10_000,
    // A server that has vanished without a word: its connections are given up then.
    query_timeout: 60_000,
  };
}

/** Never tells what was given, which may hold a password; nor may what comes of a password whose signs were not written in code. */
function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && !url.hash && !/[@:]/.test(url.pathname + url.search)) return url;
  throw new StartError(
    '--store: expected postgres://USER:PASSWORD@HOST:PORT/DATABASE, with signs such as @ : / ? # in the password written as %40 %3A %2F %3F %23',
  );
}

function takeOut({ searchParams }: URL, name: string): string | undefined {
  const value = searchParams.get(name) ?? undefined;
  searchParams.delete(name);
  return value;
}
