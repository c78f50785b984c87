import type { Candidate } from './Candidate.js';

/** The stored record of one attribution: every candidate, strongest first, and the rule that applied. */
export type Receipt = {
  model: 'last' | 'first';
  windowDays: number;
  precedence: Candidate['via'][];
  policyVersion: number;
  rule: string;
  candidates: Candidate[];
};
