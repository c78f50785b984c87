import pg from 'pg';
import { parameterOf } from './parameterOf.js';
import type { Statement } from './Statement.js';
import { typeParsers } from './typeParsers.js';

/** A statement (of no name: not to be prepared) and the values of its parameters. */
export type Asked = { statement: Statement; values: readonly unknown[] };

/** What became of a statement: its rows, and what the server calls it (`COMMIT`). */
export type Answered = { rows: object[]; tag: string };

type Field = { name: string; dataTypeID: number };
type Column = { name: string; parse: (text: string) => unknown };

/** The part of the client's connection that its types leave out. */
type Wire = {
  stream: { cork(): void; uncork(): void };
  on(event: 'parseComplete', listener: () => void): void;
  off(event: 'parseComplete', listener: () => void): void;
  parsedStatements: Record<string, string | undefined>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: unknown[] }): void;
  describe(message: { type: 'P' }): void;
  execute(message: object): void;
  sync(): void;
};

/** What statements that are prepared on a connection answer with, by name. */
const shapes = new WeakMap<object, Map<string, readonly Column[]>>();
const NO_COLUMNS: readonly Column[] = [];

/**
 * Several statements that go over the wire in one piece and are answered in one, each seeing what was committed when it begins; after one that fails
 * none is run. The client would send each with an end of its own, at which the server writes its answer to the socket: with thirty statements to a
 * group that was a third of all the time.
 */
export class Batch extends pg.Query {
  readonly #asked: readonly Asked[];
  readonly #answered: Answered[] = [];
  #shapes = new Map<string, readonly Column[]>();
  #columns: readonly Column[] = NO_COLUMNS;
  #rows: object[] = [];
  #failure: unknown;
  /** Those that are being prepared; the client tells of one by query only. */
  readonly #parsing: Statement[] = [];
  #noteParsed: (() => void) | undefined;
  /** Called once; the client puts a function of its own before it. */
  callback: (error: unknown, answered?: Answered[]) => void;

  constructor(asked: readonly Asked[], callback: (error: unknown, answered?: Answered[]) => void) {
    super('');
    this.#asked = asked;
    this.callback = callback;
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire;
    this.#shapes = shapes.get(wire) ?? new Map();
    shapes.set(wire, this.#shapes);
    wire.stream.cork();
    try {
      for (const asked of this.#asked) this.#send(wire, asked);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    if (this.#parsing.length > 0) this.#watchParsing(wire);
    this.#begin();
  };

  #send(wire: Wire, { statement, values }: Asked): void {
    const { name } = statement;
    const isKnown = wire.parsedStatements[name] !== undefined || this.#parsing.includes(statement);
    if (name === '' || !isKnown) {
      wire.parse(statement);
      this.#parsing.push(statement);
    }
    wire.bind({ statement: name, values: parametersOf(statement, values) });
    if (!this.#shapes.has(name)) wire.describe({ type: 'P' });
    wire.execute({});
  }

  #watchParsing(wire: Wire): void {
    let count = 0;
    this.#noteParsed = () => {
      const { name, text } = this.#parsing[count++] ?? { name: '', text: '' };
      if (name !== '') wire.parsedStatements[name] = text;
    };
    wire.on('parseComplete', this.#noteParsed);
  }

  #end(wire: Wire): void {
    if (this.#noteParsed) wire.off('parseComplete', this.#noteParsed);
  }

  /** The next statement: what its rows look like is told only once. */
  #begin(): void {
    const name = this.#asked[this.#answered.length]?.statement.name ?? '';
    this.#columns = this.#shapes.get(name) ?? NO_COLUMNS;
    this.#rows = [];
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: typeParsers.getTypeParser(dataTypeID, 'text') as Column['parse'],
    }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    try {
      for (const [index, { name, parse }] of this.#columns.entries()) {
        const text = fields[index] ?? null;
        row[name] = text === null ? null : parse(text);
      }
    } catch (error) {
      this.#failure ??= error;
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    const name = this.#asked[this.#answered.length]?.statement.name ?? '';
    if (name !== '') this.#shapes.set(name, this.#columns);
    this.#answered.push({ rows: this.#rows, tag });
    this.#begin();
  }

  handleError(error: unknown, connection: Wire): void {
    this.#end(connection);
    this.callback(error);
  }

  handleReadyForQuery(connection: Wire): void {
    this.#end(connection);
    if (this.#failure === undefined) this.callback(null, this.#answered);
    else this.callback(this.#failure);
  }
}

function parametersOf({ lists = [] }: Statement, values: readonly unknown[]): unknown[] {
  const first = values.length - lists.length;
  const rows = values.slice(first) as (readonly object[])[];
  return [
    ...values.slice(0, first).map(parameterOf),
    ...lists.flatMap((list, index) => list.parametersOf(rows[index] ?? [])),
  ];
}
