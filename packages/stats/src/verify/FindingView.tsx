import { Icon } from '../ui/Icon.js';
import type { Finding } from './Finding.js';
import { StatementLines } from './StatementLines.js';
import { StatementSummary } from './StatementSummary.js';

/** What came of the check: first the answer, then what it rests on. */
export function FindingView({ finding }: { finding: Finding }) {
  if (finding.name === 'right') {
    const { statement, earlier } = finding;
    return (
      <>
        <div class="notice good">
          <Icon name="check" />
          <p>
            <strong>{rightTitle(statement.head.lines)}</strong>{' '}
            {earlier
              ? 'Every line of the earlier statement is still there, unchanged.'
              : 'No line was altered, dropped, moved or put in since it was signed.'}
          </p>
        </div>
        <StatementSummary statement={statement} />
        <StatementLines lines={statement.lines} />
      </>
    );
  }
  const isUnable = finding.name === 'unable';
  return (
    <>
      <div class={isUnable ? 'notice warn' : 'notice bad'}>
        <Icon name="alert" />
        <p>
          <strong>{isUnable ? 'This cannot be checked here.' : 'This statement is not right.'}</strong>{' '}
          {finding.problem}
        </p>
      </div>
      {finding.name === 'wrong' && finding.statement && (
        <StatementLines lines={finding.statement.lines} wrong={finding.line} />
      )}
    </>
  );
}

function rightTitle(lines: number): string {
  if (lines === 0) return 'This statement is right: the account has no lines yet.';
  return lines === 1 ? 'The one line is right.' : `All ${lines} lines are right.`;
}
