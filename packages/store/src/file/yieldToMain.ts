import { setPriority } from 'node:os';

/** As nice as work is that nobody waits for. */
const LOW = 10;

/**
 * Lets the main thread go first wherever both want a core. On Linux a priority belongs to a thread, and 0 means the calling one; elsewhere it
 * is the whole process's, which must not be slowed down.
 */
export function yieldToMain(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, LOW);
  } catch {
    // A sandbox may forbid it; the work is only less polite then.
  }
}
