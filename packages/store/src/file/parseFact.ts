import type { Fact } from './Fact.js';
import { outcomeOfView } from './outcomeOfView.js';
import type { ViewFact } from './ViewFact.js';

/** A line of the log, or undefined when it cannot be read. */
export function parseFact(line: string): Fact | undefined {
  try {
    const fact = JSON.parse(line) as Fact | ViewFact | string | null;
    if (typeof fact !== 'object' || fact === null) return undefined;
    return 'view' in fact ? { outcome: outcomeOfView(fact.view) } : fact;
  } catch {
    return undefined;
  }
}
