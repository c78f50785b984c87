import type { Answer } from '@reftally/core';

/** What the sender of one event is told. */
export type Recorded = { id: string } & Answer;
