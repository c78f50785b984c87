import { folderPaths } from './folderPaths.js';
import { LOG_FORMAT } from './LOG_FORMAT.js';
import type { LogFile, OpenLogFile } from './LogFile.js';
import type { LogPosition } from './LogPosition.js';
import { syncFolder } from './syncFolder.js';

/** Where the log is, and what it is made with. */
export type LogOptions = {
  folder: string;
  /** The size (bytes) from which on a segment is sealed. */
  segmentBytes: number;
  openLogFile: OpenLogFile;
  /** Called when a segment will not change any more. */
  onSealed: (sealed: LogPosition) => void;
};

const HEADER = Buffer.from(`${JSON.stringify({ log: LOG_FORMAT })}\n`);

/**
 * The append-only log, in segments. One append at a time. After a failed one nothing is appended any more: what the file holds from
 * there on is not known, and it has to be recovered to `position`.
 */
export class Log {
  readonly #options: LogOptions;
  #position: LogPosition;
  #file: LogFile | undefined;
  #failure: unknown;
  #isDue = false;

  /** Goes on at `position`, up to which the segment must be whole; its file need not exist when that is at 0 bytes. */
  constructor(options: LogOptions, position: LogPosition) {
    this.#options = options;
    this.#position = position;
  }

  /** Up to where the log is durable. */
  get position(): LogPosition {
    return this.#position;
  }

  /** Appends whole lines with one `fdatasync`; resolves when they are durable. */
  async append(lines: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      this.#file ??= await this.#openSegment();
      const { segment, bytes } = this.#position;
      if (bytes === 0) await this.#file.write(HEADER);
      await this.#file.write(lines);
      await this.#file.sync();
      this.#position = { segment, bytes: (bytes || HEADER.length) + lines.length };
      if (this.#isDue || this.#position.bytes >= this.#options.segmentBytes) await this.#seal();
    } catch (cause) {
      this.#failure = cause;
      throw cause;
    }
  }

  /** Has the segment sealed with the next append, however short it is. */
  sealNext(): void {
    this.#isDue = true;
  }

  async close(): Promise<void> {
    this.#failure ??= new Error('the log is closed');
    await this.#file?.close();
    this.#file = undefined;
  }

  async #openSegment(): Promise<LogFile> {
    const { folder, openLogFile } = this.#options;
    const file = await openLogFile(folderPaths.segment(folder, this.#position.segment));
    if (this.#position.bytes === 0) await syncFolder(folderPaths.log(folder));
    return file;
  }

  async #seal(): Promise<void> {
    const sealed = this.#position;
    this.#isDue = false;
    await this.#file?.close();
    this.#file = undefined;
    this.#position = { segment: sealed.segment + 1, bytes: 0 };
    this.#options.onSealed(sealed);
  }
}
