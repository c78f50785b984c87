import type { Explainable } from './Explainable.js';

/** What is suspicious about it and what follows, to whoever may see it; nothing when nothing is. */
export function explainFlags({ flags = [] }: Explainable): string {
  return flags
    .map(({ note, holds }) => (holds ? `Held for a review: ${note}.` : `Worth a look: ${note}.`))
    .join(' ');
}
