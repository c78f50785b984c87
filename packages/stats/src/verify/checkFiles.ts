import type { Statement, Subtle } from '@reftally/core';
import type { Finding } from './Finding.js';
import type { Verifier } from './Verifier.js';

/** The files to check: a statement, and perhaps one from before. */
export type StatementFiles = { statement: Blob; earlier?: Blob | undefined };

/** Checks a statement, on its own and against an earlier one. Nothing leaves the page. */
export async function checkFiles(
  { statement, earlier }: StatementFiles,
  verifier: Verifier,
  subtle: Subtle | undefined,
): Promise<Finding> {
  if (!subtle)
    return unable('This page was not opened over https, so the browser offers it no cryptography.');
  try {
    const found = await checkOne(statement, verifier, subtle, 'This file');
    if (found.name !== 'right' || !earlier) return found;
    const before = await checkOne(earlier, verifier, subtle, 'The earlier file');
    if (before.name === 'wrong')
      return { name: 'wrong', problem: `In the earlier statement: ${before.problem}` };
    if (before.name !== 'right') return before;
    const problem = verifier.continuationProblem(found.statement, before.statement);
    return problem ? { name: 'wrong', ...problem, statement: found.statement } : { ...found, earlier: true };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NotSupportedError') throw error;
    return unable(
      'This browser cannot check Ed25519 signatures. Use a current Chrome, Edge, Firefox or Safari.',
    );
  }
}

async function checkOne(
  file: Blob,
  { verifyStatement }: Verifier,
  subtle: Subtle,
  what: string,
): Promise<Finding> {
  const input = parse(await file.text());
  if (input === undefined) {
    return { name: 'wrong', problem: `${what} is not a statement: take it as it was downloaded.` };
  }
  const verdict = await verifyStatement(input, subtle);
  if (verdict.ok) return { name: 'right', statement: verdict.statement, earlier: false };
  const { line, problem } = verdict;
  const shown = hasLines(input) ? { statement: input } : {};
  return { name: 'wrong', problem, ...(line !== undefined && { line }), ...shown };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Enough of a wrong statement to show its lines. */
function hasLines(input: unknown): input is Statement {
  if (typeof input !== 'object' || input === null || !('lines' in input)) return false;
  const { lines } = input;
  return (
    Array.isArray(lines) &&
    lines.every((line) => typeof line?.minor === 'number' && typeof line.at === 'string')
  );
}

function unable(problem: string): Finding {
  return { name: 'unable', problem };
}
