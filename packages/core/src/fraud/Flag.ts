import type { Signal } from './Signal.js';

/** One signal seen on a conversion. `note`: the facts in one plain clause; `holds`: its earning waits until somebody has looked at it. */
export type Flag = { signal: Signal; note: string; holds: boolean };
