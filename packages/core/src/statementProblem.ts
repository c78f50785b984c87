/** What is not there, or not of the kind that it must be. */
export type ShapeProblem = { line?: number; problem: string };

type Kind = 'string' | 'number' | 'object' | 'list';
type Fields = Readonly<Record<string, Kind>>;

const STATEMENT: Fields = {
  head: 'object',
  signature: 'string',
  key: 'object',
  balance: 'object',
  lines: 'list',
};
const HEAD: Fields = {
  format: 'string',
  site: 'string',
  partner: 'string',
  at: 'string',
  lines: 'number',
  hash: 'string',
};
const KEY: Fields = { id: 'string', algorithm: 'string', publicKey: 'string' };
const LINE: Fields = {
  id: 'string',
  type: 'string',
  partner: 'string',
  at: 'string',
  payableAt: 'string',
  currency: 'string',
  minor: 'number',
  seq: 'number',
  hash: 'string',
};

/**
 * Why something is not a statement, or undefined when its fields are there to be checked. Whatever else a line holds is left alone, for
 * it is hashed, too; by hand, since this goes into a page.
 */
export function statementProblem(input: unknown): ShapeProblem | undefined {
  if (!isObject(input)) return { problem: 'This is not a statement: expected a JSON object.' };
  const { head, key, lines } = input;
  const problem =
    missing(input, STATEMENT, 'the statement') ?? missing(head, HEAD, 'head') ?? missing(key, KEY, 'key');
  if (problem !== undefined) return { problem: `This is not a whole statement: ${problem}.` };
  const { format } = head as { format: string };
  if (format !== 'reftally-statement-1') {
    return {
      problem: `This is not a statement that this version can check: its format is ${JSON.stringify(format)}.`,
    };
  }
  return wrongLine(lines as unknown[]);
}

function wrongLine(lines: readonly unknown[]): ShapeProblem | undefined {
  for (const [index, line] of lines.entries()) {
    const problem = missing(line, LINE, `line ${index + 1}`) ?? unusual(line);
    if (problem !== undefined)
      return { line: index + 1, problem: `Line ${index + 1} is not whole: ${problem}.` };
  }
  return undefined;
}

function missing(value: unknown, fields: Fields, what: string): string | undefined {
  if (!isObject(value)) return `${what} is not an object`;
  const name = Object.keys(fields).find((field) => kindOf(value[field]) !== fields[field]);
  return name === undefined ? undefined : `${what} has no ${name}, or one of the wrong kind`;
}

/** What no line that was ever hashed can hold. */
function unusual(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? undefined
      : `${value} is not a whole number`;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(unusual)
    .find((problem) => problem !== undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
