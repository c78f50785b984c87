import { now } from './now.js';
import { settings } from './settings.js';
import { state } from './state.js';
import type { Touch } from './Touch.js';

/**
 * Takes over what `memoryText` wrote; nothing else, and nothing older than this browser may remember (localStorage does not
 * expire by itself).
 */
export const readMemory = (text: string): void => {
  const [version, scope, , visitor, ...rest] = text.split('!') as [
    string,
    string,
    string,
    string,
    ...string[],
  ];
  const touches = rest.map((touch): Touch => {
    const [code, at] = touch.split('*') as [string, string];
    return [code, parseInt(at, 36)];
  });
  const [latest] = touches.slice(-1);
  if (version === '1' && latest && latest[1] > now() - Number(settings.days) * 864e5) {
    state.scope = Number(scope);
    state.visitor = visitor;
    state.touches = touches;
  }
};
