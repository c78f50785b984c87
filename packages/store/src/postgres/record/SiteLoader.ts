import type { Run } from '../Run.js';
import type { Statement } from '../Statement.js';
import { KeySet } from './KeySet.js';
import type { PartialSite } from './PartialSite.js';

/** Loads rows into the sites of a group. */
export class SiteLoader {
  readonly sites = new Map<string, PartialSite>();
  /** Settles when the sites are there. */
  ready: Promise<void> = Promise.resolve();
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Runs a statement, and puts each row into its site if that is there: what was asked before has been put by then. */
  async load<T extends { site: string }>(
    put: (row: T, site: PartialSite) => void,
    statement: Statement,
    ...values: unknown[]
  ): Promise<T[]> {
    const rows = await this.#run<T>(statement, ...values.map(rowsOf));
    await this.ready;
    for (const row of rows) {
      const site = this.sites.get(row.site);
      if (site) put(row, site);
    }
    return rows;
  }
}

function rowsOf(value: unknown): unknown {
  return value instanceof KeySet ? value.rows() : value;
}
