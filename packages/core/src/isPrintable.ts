import { isWellFormed } from './isWellFormed.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Whether text has neither control characters nor half surrogate pairs. */
export function isPrintable(value: string): boolean {
  return !CONTROL.test(value) && isWellFormed(value);
}
