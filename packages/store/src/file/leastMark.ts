import type { Forgotten } from '@reftally/core';
import { idMark } from './idMark.js';

/**
 * The least mark of an id that is still known. A day less than what counts as forgotten: a client's clock that was set between two reports of
 * one event may put it a little later.
 */
export function leastMark(forgotten: Forgotten | undefined): number {
  return forgotten ? Math.max(1, idMark(forgotten.ids) - 1) : 1;
}
