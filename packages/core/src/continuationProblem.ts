import type { Statement } from './Statement.js';

/**
 * Whether a statement goes on where an earlier one of the same account ended: undefined, or the first line that is not what it was.
 * Both must have been verified. This is what a shop cannot talk its way out of: it may sign what it likes, but it signed both.
 */
export function continuationProblem(
  { head, lines }: Statement,
  earlier: Statement,
): { line?: number; problem: string } | undefined {
  if (earlier.head.site !== head.site || earlier.head.partner !== head.partner) {
    return { problem: 'The earlier statement is of another account.' };
  }
  const index = earlier.lines.findIndex(({ hash }, at) => lines[at]?.hash !== hash);
  if (index < 0) return undefined;
  const line = index + 1;
  const was = lines[index] ? 'is not what it was' : 'is gone';
  return {
    line,
    problem: `Line ${line} ${was} in the earlier statement of ${earlier.head.at}, which is signed, too.`,
  };
}
