import type { Run } from '../Run.js';
import type { Statement } from '../Statement.js';
import type { PartialSite } from './PartialSite.js';

/** Loads rows into the sites of a group. */
export class SiteLoader {
  readonly sites = new Map<string, PartialSite>();
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
    const rows = await this.#run<T>(statement, ...values.map(String));
    for (const row of rows) {
      const site = this.sites.get(row.site);
      if (site) put(row, site);
    }
    return rows;
  }
}
