import type { Earning } from '@reftally/core';
import type { Candidate } from './Candidate.js';
import type { Correction } from './Correction.js';

/** The stored record of one attribution: every candidate, strongest first, and the rule that applied. */
export type Receipt = {
  model: 'last' | 'first';
  windowDays: number;
  precedence: Candidate['via'][];
  policyVersion: number;
  rule: string;
  candidates: Candidate[];
  /** How the commission came about. */
  earning?: Earning;
  /** Oldest first. */
  corrections?: Correction[];
};
