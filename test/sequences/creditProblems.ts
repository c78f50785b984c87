import type { Books } from './Books.js';
import type { Story } from './Story.js';

/**
 * Where a story leaves no doubt who sent the visitor, everything is credited to them: one code, at the very beginning, one tab (a second
 * one may open before the first has remembered the code) and no change of consent. Without any code nothing is credited.
 */
export function creditProblems({ choice, code, steps }: Story, { conversions }: Books): string[] {
  const isPlain = steps.every(
    ({ tab, act, meanwhile }) => tab === 0 && !meanwhile && act.do !== 'consent' && act.do !== 'optOut',
  );
  const codes = steps
    .flatMap(({ act, meanwhile }) => [act, meanwhile])
    .map((act) => act && 'code' in act && act.code);
  const isLater = codes.some((one) => one);
  const isSure = isPlain && choice === 'granted' && !isLater;
  if (!(code ? isSure : !isLater)) return [];
  return conversions
    .filter((one) => one.code !== code)
    .map(({ event, code: credited }) => `"${event}" was credited to ${credited}, and not to ${code}.`);
}
