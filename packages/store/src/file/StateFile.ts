import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { StartError } from '../StartError.js';
import { applyRow } from './applyRow.js';
import { emptyState } from './emptyState.js';
import { folderPaths } from './folderPaths.js';
import { readLines } from './readLines.js';
import { rowsOf } from './rowsOf.js';
import type { State } from './State.js';
import { syncFolder } from './syncFolder.js';

/** The format of db.json that this version writes, and the newest that it reads. */
const STATE_FORMAT = 3;
const PIECE = 1024 * 1024;
const END = ']}';

/**
 * lowdb's adapter for db.json, and for the base of a compacted log, which is of the same form. The file is one JSON document with a row a line, `{"version":3,"segment":7,"bytes":33554506,"rows":[…]}`, because a
 * state as one string, as lowdb's own adapters have it, ends at V8's 512 MB and costs its size twice over in memory.
 */
export class StateFile implements Adapter<State> {
  readonly #path: string;
  readonly #temporary: string;

  /** `temporary` is where it is written before it gets its name. */
  constructor(path: string, temporary: string) {
    this.#path = path;
    this.#temporary = temporary;
  }

  /** The db.json of a data folder. */
  static of(folder: string): StateFile {
    return new StateFile(folderPaths.state(folder), folderPaths.newState(folder));
  }

  /** Null when there is no file. Rejects with a `StartError` on a newer version, with any other error on a file that is not whole. */
  async read(): Promise<State | null> {
    try {
      const { version, segment, bytes } = await this.head();
      if (version > STATE_FORMAT) throw new StartError(newerVersion(this.#path, version));
      if (segment < 0) throw new Error('it does not say which part of the log it contains');
      const state: State = { ...emptyState(), segment, segmentBytes: bytes };
      await readRows(this.#path, state);
      return state;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** What its first line says: the segment up to which it goes (−1: it does not say), and how long that was (bytes). */
  async head(): Promise<{ version: number; segment: number; bytes: number }> {
    return parseHead(await readHead(this.#path));
  }

  /** Replaces the file at once: whoever reads it, whenever the power fails, sees the old or the new one whole. */
  async write(state: State): Promise<void> {
    const temporary = this.#temporary;
    try {
      await writeRows(temporary, state);
      await rename(temporary, this.#path);
      await syncFolder(dirname(this.#path));
    } catch (error) {
      await rm(temporary, { force: true }); // A full disk must not stay full because of it.
      throw error;
    }
  }
}

function newerVersion(path: string, version: number): string {
  return `${path} is of format ${version} and this version of Reftally reads up to ${STATE_FORMAT}: install the newer version that wrote it`;
}

async function readHead(path: string): Promise<string> {
  let head = '';
  for await (const chunk of createReadStream(path, { end: 200, encoding: 'utf8' })) head += chunk;
  return head;
}

function parseHead(head: string): { version: number; segment: number; bytes: number } {
  const version = /^\s*\{\s*"version"\s*:\s*(\d+)/.exec(head)?.[1];
  const [, segment, bytes] = /"segment":(\d+),"bytes":(\d+)/.exec(head) ?? [];
  if (version === undefined) throw new Error('it does not begin as a db.json does');
  return { version: Number(version), segment: Number(segment ?? -1), bytes: Number(bytes ?? -1) };
}

async function readRows(path: string, state: State): Promise<void> {
  let isFirst = true;
  let last = '';
  for await (const { lines, rest } of readLines(path)) {
    if (rest > 0) throw new Error('its end is missing');
    for (const line of lines) {
      if (!isFirst && line !== END)
        applyRow(state, JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line));
      isFirst = false;
      last = line;
    }
  }
  if (last !== END) throw new Error('its end is missing');
}

async function writeRows(path: string, state: State): Promise<void> {
  const handle = await open(path, 'w');
  try {
    let text = `{"version":${STATE_FORMAT},"segment":${state.segment},"bytes":${state.segmentBytes},"rows":[`;
    let separator = '\n';
    for (const row of rowsOf(state)) {
      text += separator + JSON.stringify(row);
      separator = ',\n';
      if (text.length < PIECE) continue;
      await handle.appendFile(text);
      text = '';
    }
    await handle.appendFile(`${text}\n${END}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
