import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A display that nobody sees. */
export interface Display {
  /** For the variable `DISPLAY`. */
  readonly name: string;
  close(): Promise<void>;
}

/** Starts an X server on the first free display, by the path of Xvfb. */
export async function startDisplay(xvfb: string): Promise<Display> {
  // It writes the number of its display to the descriptor 3 once it can be used.
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(child.stdio[3] as Readable, 'data');
  return {
    name: `:${String(number).trim()}`,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
