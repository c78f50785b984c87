import type { LedgerLine } from '@reftally/core';
import { formatMoney } from '../lib/formatMoney.js';
import { formatTime } from '../lib/formatTime.js';
import { lineAbout } from '../lib/lineAbout.js';

type Props = { lines: readonly LedgerLine[]; timeZone: string };

/** Lines of an account, newest first, each with its reason. */
export function LedgerTable({ lines, timeZone }: Props) {
  if (lines.length === 0) return null;
  return (
    <table class="table ledger">
      <caption>Lines, newest first</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            Line
          </th>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col" class="number">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.seq} line={line} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line, timeZone }: { line: LedgerLine; timeZone: string }) {
  const { what, about } = lineAbout(line);
  return (
    <tr>
      <td class="number seq">{line.seq}</td>
      <td class="when">{formatTime(line.at, timeZone)}</td>
      <td class="what">
        <b>{what}</b> <span class="about">{about}</span>
      </td>
      <td class="number amount">{formatMoney(line)}</td>
    </tr>
  );
}
