import { type ExpectPollOptions, expect } from 'vitest';

const PATIENCE: ExpectPollOptions = { timeout: 15_000, interval: 50 };

/** Expects something of what becomes of a value, within 15 s. */
export function eventually<Value>(
  value: () => Value | Promise<Value>,
): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(value, PATIENCE);
}
