import type { Fact } from './Fact.js';

/** A line of the log, or undefined when it cannot be read. */
export function parseFact(line: string): Fact | undefined {
  try {
    const fact: unknown = JSON.parse(line);
    return typeof fact === 'object' && fact !== null ? (fact as Fact) : undefined;
  } catch {
    return undefined;
  }
}
