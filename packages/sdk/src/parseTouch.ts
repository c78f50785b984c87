import type { Touch } from './Touch.js';

/** A touch as on the wire: the code, and when it arrived (ms since the epoch). */
export const parseTouch = (touch: Touch): [code: string, at: number] => {
  const [code, at] = touch.split('*') as [string, string];
  return [code, parseInt(at, 36)];
};
