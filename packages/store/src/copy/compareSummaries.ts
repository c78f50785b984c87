import type { CopySummary } from './CopySummary.js';

/** In what a copy differs from its source; undefined when they have the same. */
export function compareSummaries(source: CopySummary, target: CopySummary): string | undefined {
  for (const [what, count] of Object.entries(source.counts)) {
    const copied = target.counts[what as keyof typeof target.counts];
    if (copied !== count) return `the number of ${wordsOf(what)}: ${count} there, ${copied} here`;
  }
  const names = new Set([...source.details.keys(), ...target.details.keys()]);
  return [...names].find((name) => source.details.get(name) !== target.details.get(name));
}

function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
