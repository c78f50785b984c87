import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test cannot run in this browser. */
    reason?: string;
  }
}

/** Leaves a test out, and keeps why for the table of `npm run test:browsers`. */
export function notPossible({ task, skip }: TestContext, reason: string): never {
  task.meta.reason = reason;
  return skip(reason);
}
