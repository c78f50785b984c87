import type { BrowserRun, TestResult } from './BrowserRun.js';
import { scenarios } from './scenarios.js';

/** A table (Markdown) of which scenario ran in which browser; what did not run at all names the reason, what ran in part both. */
export function tableOfRuns(runs: readonly BrowserRun[]): string {
  const head = ['scenario', ...runs.map(({ browser }) => browser)];
  const rows = Object.entries(scenarios).map(([number, what]) => {
    const cells = runs.map(({ results }) =>
      cellOf(results.filter(({ title }) => title.startsWith(`${number}. `))),
    );
    return [`${number}. ${what}`, ...cells];
  });
  // As wide as the formatter of this project would make them.
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => cells[i]?.padEnd(width)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map(line).join('\n');
}

function cellOf(results: readonly TestResult[]): string {
  const ran = results.filter(({ status }) => status !== 'skipped');
  const failed = ran.filter(({ status }) => status === 'failed').length;
  const reasons = [...new Set(results.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))].join(
    '; ',
  );
  if (ran.length === 0) return reasons === '' ? 'not run' : `not possible: ${reasons}`;
  const outcome = failed > 0 ? `**${failed} of ${ran.length} failed**` : `ran (${ran.length})`;
  const left = results.length - ran.length;
  return left === 0 ? outcome : `${outcome}; not possible (${left}): ${reasons}`;
}
