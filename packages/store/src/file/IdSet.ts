import { endianness } from 'node:os';
import { Uuid, type UuidForm } from './Uuid.js';
import { UuidTable } from './UuidTable.js';

/** V8 refuses the 16,777,217th entry of a Map. */
const MAX_ENTRIES = 2 ** 23;
/** A table doubles when it is full: with so many of them that takes no time that anybody would notice. */
const TABLES = 256;
const PIECE = 2_000;

/**
 * Ids in rows of db.json: `uuids` in base64, five little-endian words each (the id and its mark), and the same of those written without dashes;
 * `others` as they are, with their marks.
 */
export type IdRow = { uuids: string } | { bare: string } | { others: [id: string, mark: number][] };

type Tables = (UuidTable | undefined)[];

/** A set of strings, most of them UUIDs, of any size. Each has a mark: a whole number from 1 to 2^31 − 1. */
export class IdSet {
  readonly #uuid = new Uuid();
  readonly #tables: Record<UuidForm, Tables> = {
    dashed: new Array(TABLES).fill(undefined),
    bare: new Array(TABLES).fill(undefined),
  };
  #others: Map<string, number>[] = [new Map()];

  has(id: string): boolean {
    return this.markOf(id) > 0;
  }

  /** 0 when it is not there. */
  markOf(id: string): number {
    const form = this.#uuid.read(id);
    if (form) return this.#tables[form][this.#uuid.hash >>> 24]?.get(this.#uuid) ?? 0;
    for (const others of this.#others) {
      const mark = others.get(id);
      if (mark !== undefined) return mark;
    }
    return 0;
  }

  add(id: string, mark: number): void {
    const form = this.#uuid.read(id);
    if (form) this.#tableOf(form).set(this.#uuid, mark);
    else this.#addOther(id, mark);
  }

  /** Forgets ids with a mark below `mark`; a little with each step, since nobody should have to wait for all of it. */
  *forget(mark: number): Generator<void, void> {
    for (const table of [...this.#tables.dashed, ...this.#tables.bare]) {
      table?.forget(mark);
      yield;
    }
    for (const others of this.#others) {
      let looked = 0;
      for (const [id, known] of others) {
        if (known < mark) others.delete(id);
        if (++looked % PIECE === 0) yield;
      }
    }
  }

  /** In pieces, of which each is made when it is asked for. */
  *rows(): Generator<IdRow> {
    for (const uuids of packed(this.#tables.dashed)) yield { uuids };
    for (const bare of packed(this.#tables.bare)) yield { bare };
    for (const others of this.#others) {
      const entries = [...others];
      for (let from = 0; from < entries.length; from += PIECE)
        yield { others: entries.slice(from, from + PIECE) };
    }
  }

  restore(row: IdRow): void {
    if ('others' in row) {
      // Not as they are: a file of before has ids without dashes here.
      for (const [id, mark] of row.others) this.add(id, mark);
      return;
    }
    const form = 'bare' in row ? 'bare' : 'dashed';
    const words = decode('bare' in row ? row.bare : row.uuids);
    for (let at = 0; at < words.length; at += 5) {
      this.#uuid.take(words, at);
      this.#tableOf(form).set(this.#uuid, words[at + 4] as number);
    }
  }

  /** Where the id that was read belongs. */
  #tableOf(form: UuidForm): UuidTable {
    const tables = this.#tables[form];
    const index = this.#uuid.hash >>> 24;
    const table = tables[index] ?? new UuidTable();
    tables[index] = table;
    return table;
  }

  #addOther(id: string, mark: number): void {
    const known = this.#others.find((others) => others.has(id));
    if (known) {
      known.set(id, mark);
      return;
    }
    const last = this.#others.at(-1);
    if (last && last.size < MAX_ENTRIES) last.set(id, mark);
    else this.#others.push(new Map([[id, mark]]));
  }
}

function* packed(tables: Tables): Generator<string> {
  for (const table of tables) {
    if (!table) continue;
    const words = table.dump();
    for (let from = 0; from < words.length; from += 5 * PIECE)
      yield encode(words.slice(from, from + 5 * PIECE));
  }
}

function encode(words: Int32Array): string {
  return swapped(Buffer.from(words.buffer, words.byteOffset, words.byteLength)).toString('base64');
}

function decode(text: string): Int32Array {
  const bytes = Uint8Array.from(swapped(Buffer.from(text, 'base64')));
  return new Int32Array(bytes.buffer);
}

/** The file is little-endian on every machine. */
function swapped(buffer: Buffer): Buffer {
  return endianness() === 'BE' ? Buffer.from(buffer).swap32() : buffer;
}
