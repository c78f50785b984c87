import type { Outcome } from '@reftally/core';
import { GroupCommit } from '../GroupCommit.js';
import type { JsonBytes } from '../JsonBytes.js';
import { UnavailableError } from '../UnavailableError.js';
import type { Checkpointer } from './Checkpointer.js';
import { DailyCare } from './DailyCare.js';
import type { Fact } from './Fact.js';
import { fold } from './fold.js';
import { LineBuffer } from './LineBuffer.js';
import type { Log } from './Log.js';
import type { LogPosition } from './LogPosition.js';
import { putOutcome } from './putOutcome.js';
import type { State } from './State.js';

/** What an open folder is made of; `onFailure` hears once that it has failed, `onDurable` of each group that is on the disk. */
export type OpenFolderParts = {
  state: State;
  log: Log;
  checkpointer: Checkpointer;
  /** See {@link FileStoreOptions}. */
  retentionDays: number;
  onFailure: (cause: unknown) => void;
  onDurable: () => void;
};

/**
 * The state in memory and the log behind it. A fact is folded at once, so that the next decision sees it, and is durable when its group
 * is. After a failure the state is ahead of the disk, and nothing but `close` is of use any more.
 */
export class OpenFolder {
  readonly state: State;
  readonly #parts: OpenFolderParts;
  readonly #lines = new LineBuffer();
  readonly #group: GroupCommit<void>;
  #setup: Promise<void> | undefined;
  readonly #care: DailyCare;

  constructor(parts: OpenFolderParts) {
    this.state = parts.state;
    this.#parts = parts;
    this.#care = new DailyCare(parts);
    this.#group = new GroupCommit(() => this.#append(this.#lines.take()));
  }

  /** Tells what time it is (ms), for what is done once a day. */
  passTime(now: number): void {
    this.#care.passTime(now);
  }

  /** Commits what an event has changed; durable with the next `settled`. */
  commitOutcome(outcome: Outcome): void {
    void this.#commit({ outcome }, (json) => putOutcome(json, outcome));
  }

  /** Commits any other fact, of which a copy is kept: the caller may change what it passed in. Resolves when it is durable. */
  commitSetup(fact: Fact): Promise<void> {
    const text = JSON.stringify(fact);
    const done = this.#commit(JSON.parse(text), (json) => json.json(text));
    this.#setup = done;
    return done;
  }

  /** Up to where the log is durable. */
  get durable(): LogPosition {
    return this.#parts.log.position;
  }

  /** Resolves when all that the state holds is durable. */
  settled(): Promise<void> {
    return this.#group.settled();
  }

  /** Resolves when all but events is durable: sites, partners, links and tokens, which every request reads, do not wait for them. */
  setupSettled(): Promise<void> {
    return this.#setup ?? Promise.resolve();
  }

  /** Waits for what is pending, and lets go of the files. */
  async close(): Promise<void> {
    await this.settled().catch(() => {}); // Whoever waits for it is told.
    this.#care.stop();
    await this.#parts.checkpointer.close();
    await this.#parts.log.close();
  }

  /** Its line is written first: to fold a fact may change it. */
  #commit(fact: Fact, put: (json: JsonBytes) => void): Promise<void> {
    const { open } = this.#lines;
    const start = open.length;
    try {
      put(open);
      open.raw('\n');
      this.#fold(fact);
    } catch (cause) {
      open.cut(start);
      throw cause;
    }
    return this.#group.add();
  }

  #fold(fact: Fact): void {
    try {
      fold(this.state, fact);
    } catch (cause) {
      this.#parts.onFailure(cause);
      throw unavailable(cause);
    }
  }

  async #append(lines: Uint8Array): Promise<void> {
    try {
      await this.#parts.log.append(lines);
    } catch (cause) {
      this.#parts.onFailure(cause);
      throw unavailable(cause);
    }
    this.#parts.onDurable();
  }
}

function unavailable(cause: unknown): UnavailableError {
  return new UnavailableError(
    `The event could not be written (${(cause as Error).message}): send it again later`,
    {
      cause,
    },
  );
}
