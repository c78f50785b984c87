import { useState } from 'preact/hooks';
import type { RangeChoice } from '../lib/RangeChoice.js';
import { readRange } from '../lib/readRange.js';
import { writeRange } from '../lib/writeRange.js';

/** The range shown, kept in the address so that a reload or a bookmark brings it back. */
export function useRange(today: string): [RangeChoice, (choice: RangeChoice) => void] {
  const [choice, setChoice] = useState(() => readRange(location.search, today));
  const choose = (next: RangeChoice) => {
    history.replaceState(null, '', `${location.pathname}${writeRange(next)}${location.hash}`);
    setChoice(next);
  };
  return [choice, choose];
}
