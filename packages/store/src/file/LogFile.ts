/** A file of the log that is open for appending: the seam through which tests make a disk fail. */
export type LogFile = {
  /** Appends all of the data, or rejects; then any part of it may have been written. */
  write(data: Uint8Array): Promise<void>;
  /** Resolves when all that was written will survive a power cut (`fdatasync`). */
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** Opens a file for appending, and makes it if it does not exist. */
export type OpenLogFile = (path: string) => Promise<LogFile>;
