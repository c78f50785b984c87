import { state } from './state.js';
import type { Touch } from './Touch.js';

/** How long the same code is the same visit (ms). */
const VISIT = 18e5;

/**
 * Adds a touch: the first stays for ever, the latest gives way. A reload with the same code in the address within half an
 * hour is the same visit and must not move the latest touch's time.
 */
export const addTouch = (touch: Touch): void => {
  const [first] = state.touches;
  const [latest] = state.touches.slice(-1);
  if (latest && latest[0] === touch[0] && touch[1] - latest[1] < VISIT) return;
  state.touches = first ? [first, touch] : [touch];
};
