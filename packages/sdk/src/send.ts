import { log } from './log.js';
import { transmit } from './transmit.js';

/** Sends what waits; never rejects. `leaving`: the page may be going, so this is not put off. */
export const send = (leaving?: boolean | 0): Promise<void> => transmit(leaving).catch(log);
