import type { Explainable } from './Explainable.js';

/** What is suspicious about it, to whoever may see it; nothing when nothing is. */
export function explainFlags({ flags = [] }: Explainable): string {
  return flags.length === 0 ? '' : `Suspicious: ${flags.map(({ note }) => note).join('; ')}.`;
}
