import type { ChildProcess } from 'node:child_process';

/** How a process ended. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** A real `reftally serve` in a process of its own. */
export type Collector = {
  url: string;
  port: number;
  child: ChildProcess;
  /** Resolves when it has ended, however that came. */
  exited: Promise<Exit>;
  /** All that it has printed, both streams. */
  output(): string;
  /** Sends the signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Exit>;
};
