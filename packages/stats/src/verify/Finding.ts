import type { Statement } from '@reftally/core';

/** What came of checking files: all is right, something is wrong (in a line, counted from 1), or it cannot be checked here. */
export type Finding =
  | { name: 'right'; statement: Statement; earlier: boolean }
  | { name: 'wrong'; line?: number; problem: string; statement?: Statement }
  | { name: 'unable'; problem: string };
