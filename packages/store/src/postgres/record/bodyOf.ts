import type { Outcome } from '@reftally/core';
import { putOutcome } from '../../file/putOutcome.js';
import { JsonBytes } from '../../JsonBytes.js';

/** Bytes: more than most outcomes have. */
const INITIAL = 4_096;
const json = new JsonBytes(INITIAL);

/** The body of an outcome's row of `facts`: what the log of a folder has as a line. */
export function bodyOf(outcome: Outcome): string {
  json.cut(0);
  putOutcome(json, outcome);
  return json.bytes.toString();
}
