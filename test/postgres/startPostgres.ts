import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../journey/freePort.js';
import type { PostgresServer } from './PostgresServer.js';
import type { PostgresVersion } from './PostgresVersion.js';
import { postgresFolder } from './postgresFolder.js';
import { postgresPrograms } from './postgresPrograms.js';
import { postgresUser } from './postgresUser.js';

/** Which server, and what is special about it. */
export type PostgresSpec = {
  version: PostgresVersion;
  /** False: acknowledged writes need not survive a power cut, which a test that cuts none may say for its speed. */
  fsync?: boolean;
  /** Of the user `postgres`; absent: it is not asked for one. */
  password?: string;
  /** Further settings, such as `{ deadlock_timeout: '100ms' }`. */
  settings?: Record<string, string>;
  /** A data folder that the new server's is a copy of; absent: a fresh one. */
  data?: string;
};

/**
 * Keeps the server as a child of a shell that does as it is told on its standard input. When that closes, since whoever started it has ended
 * in whatever way, it stops the server and removes its folder: none is ever left behind.
 */
const KEEPER = `
folder=$1; shift
while read -r order; do
  case $order in
    start) "$@" </dev/null & pid=$! ;;
    kill) kill -9 $pid $(cat /proc/$pid/task/$pid/children 2>/dev/null); wait $pid; echo gone ;;
    stop) kill -INT $pid; wait $pid; echo gone ;;
  esac
done
kill -INT $pid && wait $pid
cd / && rm -rf "$folder"
`;

/** Starts a server; it takes about a second. */
export async function startPostgres(spec: PostgresSpec): Promise<PostgresServer> {
  const folder = await postgresFolder();
  const user = postgresUser();
  const { initdb, postgres } = await postgresPrograms(spec.version, folder, user.uid !== undefined);
  const data = join(folder, 'data');
  const [make, words] = spec.data
    ? (['cp', ['-a', spec.data, data]] as const)
    : ([initdb, await initdbArgs(spec, folder, data)] as const);
  await promisify(execFile)(make, words, { ...user, cwd: folder });
  const port = await freePort();
  const settings = Object.entries(settingsOf(spec, port)).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const args = ['-c', KEEPER, 'sh', folder, postgres, '-D', data, ...settings];
  // In a group of its own, so that Ctrl-C and `timeout`, which end a whole group, leave it time to tidy up.
  const keeper = spawn('/bin/sh', args, { ...user, cwd: folder, detached: true });
  const server = new KeptServer(keeper, port, spec.password);
  await server.start();
  return server;
}

/** A collation unlike that of JavaScript's strings: what relies on an order without saying which fails its test. */
async function initdbArgs({ password }: PostgresSpec, folder: string, data: string): Promise<string[]> {
  const common = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--no-sync', '--locale=C'];
  const args = [...common, '--locale-provider=icu', '--icu-locale=en-US'];
  if (password === undefined) return [...args, '--auth=trust'];
  const file = join(folder, 'password');
  await writeFile(file, password, { mode: 0o644 });
  return [...args, '--auth=scram-sha-256', `--pwfile=${file}`];
}

function settingsOf({ fsync = true, settings }: PostgresSpec, port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(!fsync && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  };
}

class KeptServer implements PostgresServer {
  readonly port: number;
  readonly #keeper: ChildProcess;
  readonly #password: string | undefined;
  #log = '';

  constructor(keeper: ChildProcess, port: number, password: string | undefined) {
    this.#keeper = keeper;
    this.port = port;
    this.#password = password;
    keeper.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log = (this.#log + text).slice(-20_000);
    });
  }

  get pid(): number {
    return this.#keeper.pid ?? 0;
  }

  url(database: string): string {
    const password = this.#password === undefined ? '' : `:${encodeURIComponent(this.#password)}`;
    return `postgres://postgres${password}@127.0.0.1:${this.port}/${database}`;
  }

  async createDatabase(template = 'template1'): Promise<string> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await this.#ask(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    return this.url(name);
  }

  async dropDatabase(url: string): Promise<void> {
    await this.#ask(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  }

  kill(): Promise<void> {
    return this.#end('kill');
  }

  shutDown(): Promise<void> {
    return this.#end('stop');
  }

  /** Again and again for a while: after a SIGKILL what it has left behind needs a moment to notice. */
  async start(): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!(await this.#tryStart())) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not start: ${this.#log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    if (this.#keeper.exitCode !== null || this.#keeper.signalCode !== null) return;
    const exited = new Promise((resolve) => this.#keeper.once('exit', resolve));
    this.#keeper.stdin?.end();
    await exited;
  }

  #tryStart(): Promise<boolean> {
    this.#log = '';
    this.#keeper.stdin?.write('start\n');
    return new Promise((resolve) => {
      const look = () => {
        const isReady = this.#log.includes('database system is ready to accept connections');
        if (
          !isReady &&
          !this.#log.includes('database system is shut down') &&
          !/FATAL: {2}(?!the database system)/.test(this.#log)
        )
          return;
        this.#keeper.stderr?.off('data', look);
        resolve(isReady);
      };
      this.#keeper.stderr?.on('data', look);
    });
  }

  #end(order: 'kill' | 'stop'): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#keeper.stdout?.once('data', () => resolve()));
    this.#keeper.stdin?.write(`${order}\n`);
    return gone;
  }

  async #ask(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}
