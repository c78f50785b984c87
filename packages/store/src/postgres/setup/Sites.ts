import type { Site } from '@reftally/core';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { noSite } from '../noSite.js';
import { read } from '../read.js';
import type { Statement } from '../Statement.js';

/** How a site is looked up. */
export type SiteKey = 'id' | 'publicKey' | 'secretHash';

const FIND: Record<SiteKey, Statement> = {
  id: namedStatement('site.byId', 'SELECT body FROM sites WHERE id = $1'),
  publicKey: namedStatement('site.byPublicKey', 'SELECT body FROM sites WHERE public_key = $1'),
  secretHash: namedStatement(
    'site.bySecretHash',
    'SELECT body FROM sites WHERE secret_hash = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
  ),
};

/** How long (ms) a change that another collector has made may go unnoticed. */
const FRESH_MS = 1_000;

type Found = { until: number; site: Promise<Site | undefined> };

/** Looks sites up, as every request does: the database is asked once a second for each, and again after a change of this process. */
export class Sites {
  readonly #connections: Connections;
  readonly #found = new Map<string, Found>();

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async find(key: SiteKey, value: string): Promise<Site | undefined> {
    const name = `${key} ${value}`;
    const known = this.#found.get(name);
    return known && known.until > Date.now() ? known.site : this.#ask(name, key, value);
  }

  /** Rejects with a `NotFoundError`. */
  async get(id: string): Promise<Site> {
    const site = await this.find('id', id);
    if (!site) throw noSite(id);
    return site;
  }

  /** Forgets all that was found, since something has changed. */
  forget(): void {
    this.#found.clear();
  }

  /** Whoever asks meanwhile gets the same answer. What does not exist is not remembered: any number of keys can be made up. */
  #ask(name: string, key: SiteKey, value: string): Promise<Site | undefined> {
    const site = read<{ body: string }>(this.#connections, FIND[key], [value]).then(([row]) =>
      row ? (JSON.parse(row.body) as Site) : undefined,
    );
    const found = { until: Date.now() + FRESH_MS, site };
    const drop = () => this.#found.get(name) === found && this.#found.delete(name);
    site.then((one) => one ?? drop(), drop);
    this.#found.set(name, found);
    return site;
  }
}
