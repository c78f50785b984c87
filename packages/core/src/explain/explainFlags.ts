import type { Explainable } from './Explainable.js';

/** What is suspicious about it and what follows, to whoever may see it; nothing when nothing is. */
export function explainFlags({ flags = [], reviews }: Explainable): string {
  const held = reviews ? 'Was held for a review' : 'Held for a review';
  return flags.map(({ note, holds }) => `${holds ? held : 'Worth a look'}: ${note}.`).join(' ');
}
