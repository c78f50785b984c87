/** A running collector. */
export type Collector = {
  /** Under which others reach it: `publicUrl`, or the address that it listens on. */
  url: string;
  port: number;
  /** Takes nothing more, answers what was accepted, closes the store; resolves within a bounded time. */
  close: () => Promise<void>;
};
