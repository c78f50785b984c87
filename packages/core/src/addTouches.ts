import type { Touch } from './Touch.js';

/** A visitor's memory is bounded: the first touch and the latest ones decide under both models. */
const MAX_TOUCHES = 50;

/** Merges touches by time, oldest first, keeping the first and the latest 49. */
export function addTouches(known: readonly Touch[], added: readonly Touch[]): Touch[] {
  const all = [...known, ...added].sort((a, b) => a.at - b.at);
  const first = all[0];
  return first && all.length > MAX_TOUCHES ? [first, ...all.slice(1 - MAX_TOUCHES)] : all;
}
