import type { LedgerLine } from '@reftally/core';
import { formatMoney } from '../lib/formatMoney.js';
import { formatTime } from '../lib/formatTime.js';
import { lineAbout } from '../lib/lineAbout.js';

const SHOWN = 50;
const NEAR = 10;

type Props = { lines: readonly LedgerLine[]; wrong?: number | undefined };

/** The lines as they are in the file: the latest, or those around the wrong one (counted from 1). */
export function StatementLines({ lines, wrong }: Props) {
  if (lines.length === 0) return null;
  const from = wrong === undefined ? Math.max(0, lines.length - SHOWN) : Math.max(0, wrong - 1 - NEAR);
  const shown = lines.slice(from, wrong === undefined ? undefined : wrong + NEAR);
  return (
    <section class="card" aria-labelledby="lines">
      <div class="card-head">
        <h2 id="lines">Lines</h2>
        {shown.length < lines.length && (
          <p class="hint">
            {from + 1} to {from + shown.length} of {lines.length}
          </p>
        )}
      </div>
      <table class="table ledger">
        <thead>
          <tr>
            <th scope="col" class="number">
              Line
            </th>
            <th scope="col">When (UTC)</th>
            <th scope="col">What</th>
            <th scope="col">Hash</th>
            <th scope="col" class="number">
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, index) => (
            <Row key={from + index} line={line} number={from + index + 1} wrong={wrong} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ line, number, wrong }: { line: LedgerLine; number: number; wrong: number | undefined }) {
  const isWrong = number === wrong;
  const { what, about } = lineAbout(line);
  return (
    <tr class={isWrong ? 'wrong' : wrong !== undefined && number > wrong ? 'unchecked' : ''}>
      <td class="number seq">{number}</td>
      <td class="when">{timeText(line.at)}</td>
      <td class="what">
        <b>{what}</b> {isWrong && <span class="pill bad">Wrong</span>} <span class="about">{about}</span>
      </td>
      <td class="hash mono">{String(line.hash).slice(0, 12)}…</td>
      <td class="number amount">{amountText(line)}</td>
    </tr>
  );
}

/** What a wrong file holds may be anything. */
function amountText({ currency, minor }: LedgerLine): string {
  try {
    return formatMoney({ currency, minor });
  } catch {
    return `${minor} ${currency}`;
  }
}

function timeText(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : formatTime(at, 'UTC');
}
