import { type FileHandle, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Low } from 'lowdb';
import { refuseHalfCopied } from '../copy/refuseHalfCopied.js';
import type { Health } from '../Health.js';
import { UnavailableError } from '../UnavailableError.js';
import { refuseHalfRestored } from './backup/refuseHalfRestored.js';
import { Checkpointer } from './Checkpointer.js';
import { cutLog } from './cutLog.js';
import { dropCompacted } from './dropCompacted.js';
import { emptyState } from './emptyState.js';
import { explainOpening } from './explainOpening.js';
import type { FileStoreOptions } from './FileStoreOptions.js';
import { folderPaths } from './folderPaths.js';
import { Log } from './Log.js';
import type { LogPosition } from './LogPosition.js';
import { lockFolder } from './lockFolder.js';
import { OpenFolder } from './OpenFolder.js';
import { openLogFile } from './openLogFile.js';
import { prepareFolder } from './prepareFolder.js';
import { probeDisk } from './probeDisk.js';
import { recover } from './recover.js';
import { StateFile } from './StateFile.js';

const DEFAULTS = {
  segmentBytes: 32 * 1024 * 1024,
  checkpointBytes: 32 * 1024 * 1024,
  retryMs: [200, 10_000] as const,
  openLogFile,
  retentionDays: 0,
};

/**
 * Keeps a folder locked and open. After a failed write it is closed, and opened again from what its log really holds, as soon as the
 * disk takes a write; the pauses in between double until a group has been written, so that a disk that stays full costs nothing.
 */
export class FolderKeeper {
  readonly #options: Required<FileStoreOptions>;
  readonly #lock: FileHandle;
  readonly #stop = new AbortController();
  #folder: OpenFolder | undefined;
  #reason = '';
  #pause: number;
  #reopening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  private constructor(options: Required<FileStoreOptions>, lock: FileHandle) {
    this.#options = options;
    this.#lock = lock;
    this.#pause = options.retryMs[0];
  }

  /** Opens a folder; rejects with a `StartError` that says what is wrong with it. */
  static async open(given: FileStoreOptions): Promise<FolderKeeper> {
    const options = { ...DEFAULTS, ...given };
    let lock: FileHandle | undefined;
    try {
      await refuseHalfRestored(options.folder);
      await refuseHalfCopied(options.folder);
      await prepareFolder(options.folder);
      lock = await lockFolder(options.folder);
      const keeper = new FolderKeeper(options, lock);
      keeper.#folder = await keeper.#open();
      return keeper;
    } catch (error) {
      await lock?.close();
      throw explainOpening(error, options.folder);
    }
  }

  /** The open folder. Throws an `UnavailableError` while there is none. */
  get current(): OpenFolder {
    if (!this.#folder) throw new UnavailableError(`Nothing can be kept now: ${this.#reason}`);
    return this.#folder;
  }

  /** Where it is. */
  get folder(): string {
    return this.#options.folder;
  }

  /** For how many days raw visits are kept; 0: for ever. */
  get retentionDays(): number {
    return this.#options.retentionDays;
  }

  health(): Health {
    return this.#folder ? { writable: true } : { writable: false, reason: this.#reason };
  }

  /** Writes what was accepted and lets go of the folder. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const folder = this.#folder;
    this.#folder = undefined;
    this.#reason = 'the store is closed';
    this.#stop.abort();
    await folder?.close();
    await this.#reopening;
    await this.#lock.close();
  }

  async #open(): Promise<OpenFolder> {
    const { folder, segmentBytes, warn } = this.#options;
    // Of a checkpoint or a compaction in which the process was killed.
    await rm(folderPaths.newState(folder), { force: true });
    await dropCompacted(folder);
    const checkpointer = new Checkpointer(this.#options);
    const { state, position, sealedBytes, isRebuilt } = await recover(folder, segmentBytes, warn);
    const sealed = { segment: position.segment - 1, bytes: sealedBytes };
    if (isRebuilt) await new Low(StateFile.of(folder), emptyState()).write(); // So that it is missed only once.
    await checkpointer.sealed(sealed);
    const onSealed = (more: LogPosition) => void checkpointer.sealed(more);
    const log = new Log({ ...this.#options, onSealed }, position);
    const opened: OpenFolder = new OpenFolder({
      state,
      log,
      checkpointer,
      retentionDays: this.#options.retentionDays,
      onFailure: (cause) => this.#fail(opened, log, cause),
      onDurable: () => {
        this.#pause = this.#options.retryMs[0];
      },
    });
    return opened;
  }

  #fail(failed: OpenFolder, log: Log, cause: unknown): void {
    if (this.#folder !== failed) return;
    this.#folder = undefined;
    this.#reason = `writing to ${this.#options.folder} has failed (${(cause as Error).message})`;
    this.#options.warn(`Events are refused until the disk takes them: ${this.#reason}`);
    this.#reopening = this.#reopen(failed, log);
  }

  async #reopen(failed: OpenFolder, log: Log): Promise<void> {
    const { signal } = this.#stop;
    await failed.close().catch(() => {}); // What cannot be synced may not be closable either.
    while (!signal.aborted) {
      await sleep(this.#pause, undefined, { signal }).catch(() => {});
      this.#pause = Math.min(this.#pause * 2, this.#options.retryMs[1]);
      if (!signal.aborted && (await this.#tryToReopen(log.position))) return;
    }
  }

  async #tryToReopen(position: LogPosition): Promise<boolean> {
    const { folder, openLogFile, warn } = this.#options;
    try {
      await probeDisk(folder, openLogFile);
      await cutLog(folder, position);
      const opened = await this.#open();
      if (this.#stop.signal.aborted) await opened.close();
      else this.#folder = opened;
      warn(`Events are accepted again: ${folder} takes writes`);
      return true;
    } catch (error) {
      this.#reason = explainOpening(error, folder).message;
      return false;
    }
  }
}
