import { send } from './send.js';
import { state } from './state.js';

/** Gives a collector that could not be reached another chance, now. */
export const wake = (): Promise<void> => send((state.losses = state.timer = 0));
