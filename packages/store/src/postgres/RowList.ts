/** Of PostgreSQL: how it names the type of an element, and how many bytes each takes; absent: as many as its text. */
const TYPES = {
  text: { oid: 25 },
  bigint: { oid: 20, bytes: 8 },
  integer: { oid: 23, bytes: 4 },
  boolean: { oid: 16, bytes: 1 },
} as const;

type Type = keyof typeof TYPES;
type Column = { name: string; type: Type };
type Row = Readonly<Record<string, unknown>>;

const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;
const TWO_TO_32 = 2 ** 32;

/**
 * A list of rows as parameters of a statement, one array a column, in PostgreSQL's binary form: reading it takes the server a third of what JSON
 * takes it, and nothing has to be quoted.
 */
export class RowList {
  /** What stands in the statement: `unnest(…) AS name(column, …)`. */
  readonly from: string;
  readonly #columns: readonly Column[];

  /** `shape`: such as `r(site text, at bigint)`; `first` is the number of its first parameter. */
  constructor(shape: string, first = 1) {
    const [, name = '', list = ''] = /^(\w+)\(([^)]*)\)$/.exec(shape) ?? [];
    this.#columns = list.split(',').map(columnOf);
    const parameters = this.#columns.map(({ type }, index) => `$${first + index}::${type}[]`);
    const names = this.#columns.map((column) => column.name);
    this.from = `unnest(${parameters.join(', ')}) AS ${name}(${names.join(', ')})`;
  }

  /** Of rows, whose absent columns are null. */
  parametersOf(rows: readonly object[]): Buffer[] {
    return this.#columns.map((column) => arrayOf(column, rows as readonly Row[]));
  }
}

function columnOf(text: string): Column {
  const [name = '', type = ''] = text.trim().split(/\s+/);
  if (!(type in TYPES)) throw new TypeError(`${text}: no column of a list`);
  return { name, type: type as Type };
}

function arrayOf({ name, type }: Column, rows: readonly Row[]): Buffer {
  const bytes = type === 'text' ? textBytes(name, rows) : TYPES[type].bytes * rows.length;
  const array = Buffer.allocUnsafe(HEAD_BYTES + LENGTH_BYTES * rows.length + bytes);
  let end = HEAD_BYTES;
  let hasNull = 0;
  for (const row of rows) {
    const value = row[name];
    if (value !== undefined && value !== null) end = writeElement(array, end, type, value);
    else {
      hasNull = 1;
      end = array.writeInt32BE(-1, end);
    }
  }
  array.writeInt32BE(1, 0); // One dimension,
  array.writeInt32BE(hasNull, 4); // with nulls or not,
  array.writeInt32BE(TYPES[type].oid, 8);
  array.writeInt32BE(rows.length, 12);
  array.writeInt32BE(1, 16); // counted from 1.
  return array.subarray(0, end);
}

/** Of all texts of a column; the same again and again is measured once. */
function textBytes(name: string, rows: readonly Row[]): number {
  let sum = 0;
  let last: unknown;
  let bytes = 0;
  for (const row of rows) {
    const value = row[name];
    if (value === undefined || value === null) continue;
    if (value !== last) bytes = Buffer.byteLength(value as string);
    last = value;
    sum += bytes;
  }
  return sum;
}

/** Returns where it ends. */
function writeElement(array: Buffer, start: number, type: Type, value: unknown): number {
  const from = start + LENGTH_BYTES;
  const size = type === 'text' ? array.write(value as string, from) : TYPES[type].bytes;
  array.writeInt32BE(size, start);
  if (type === 'bigint') writeBigint(array, from, value as number);
  else if (type === 'integer') array.writeInt32BE(value as number, from);
  else if (type === 'boolean') array.writeUInt8(value ? 1 : 0, from);
  return from + size;
}

function writeBigint(array: Buffer, from: number, value: number): void {
  const high = Math.floor(value / TWO_TO_32);
  array.writeInt32BE(high, from);
  array.writeUInt32BE(value - high * TWO_TO_32, from + LENGTH_BYTES);
}
