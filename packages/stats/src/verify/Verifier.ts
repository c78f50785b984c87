import type { continuationProblem, verifyStatement } from '@reftally/core';

/** What checks statements; passed in, since the pages share no code with the rest. */
export type Verifier = {
  verifyStatement: typeof verifyStatement;
  continuationProblem: typeof continuationProblem;
};
