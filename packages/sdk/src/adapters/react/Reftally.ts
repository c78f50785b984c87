import type { Options } from '../../index.js';
import { useReftally } from './useReftally.js';

/** `<Reftally site="…" endpoint="…" />`, once, near the root: starts Reftally and shows nothing. */
export function Reftally(options: Options): null {
  useReftally(options);
  return null;
}
