import { Books } from './Books.js';
import { creditProblems } from './creditProblems.js';
import type { Evidence } from './Evidence.js';
import { totalsProblems } from './totalsProblems.js';
import { wireProblems } from './wireProblems.js';

/** Compares what was counted and sent with what the oracle says; one sentence for each difference. */
export async function findProblems(evidence: Evidence): Promise<string[]> {
  const books = new Books(evidence.field);
  return [
    ...countProblems(evidence, books),
    ...answerProblems(evidence, books),
    ...[...evidence.noticed, ...evidence.field.shop.complaints].map((what) => `The page noticed: ${what}`),
    ...wireProblems(evidence),
    ...creditProblems(evidence.story, books),
    ...(await totalsProblems(evidence.field, books)),
  ];
}

function countProblems({ oracle }: Evidence, { counts }: Books): string[] {
  const fates = oracle.fates();
  return [...new Set([...fates.keys(), ...counts.keys()])].flatMap((key) => {
    const count = counts.get(key) ?? 0;
    const fate = fates.get(key) ?? 'never';
    const isRight = fate === 'either' ? count <= 1 : count === (fate === 'once' ? 1 : 0);
    return isRight ? [] : [`"${key}" was counted ${count} times, and should have been: ${fate}.`];
  });
}

/** Whoever was told that an event arrived can rely on it. */
function answerProblems({ field }: Evidence, { counts }: Books): string[] {
  return field.shop.notes.flatMap((note) => {
    const [status = '', reason, key = ''] = note.split(',');
    const isCounted = (counts.get(key) ?? 0) > 0;
    const arrived =
      ['accepted', 'duplicate'].includes(status) || (status === 'refused' && reason !== 'denied');
    if (arrived && !isCounted) return [`The page was told "${status}" of "${key}", which was not counted.`];
    return status === 'invalid' ? [`The page was told "${note}".`] : [];
  });
}
