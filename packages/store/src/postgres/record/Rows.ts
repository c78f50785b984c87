import type { Run } from '../Run.js';
import type { Statement } from '../Statement.js';

/** Rows that wait to be written, by statement. */
export class Rows {
  readonly #rows = new Map<Statement, object[]>();

  add(statement: Statement, row: object): void {
    const rows = this.#rows.get(statement);
    if (rows) rows.push(row);
    else this.#rows.set(statement, [row]);
  }

  /** Sends the rows of those statements that have some, in the order in which the statements are given. */
  write(run: Run, statements: readonly Statement[], ...values: unknown[]): Promise<unknown>[] {
    return statements.flatMap((statement) => {
      const rows = this.#rows.get(statement);
      return rows ? [run(statement, ...values, rows)] : [];
    });
  }
}
