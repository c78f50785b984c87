import { settings } from './settings.js';
import { store } from './store.js';

/** Whether this browser was told to stay out for good. */
export const isOptedOut = (): boolean => !!store('get', `${settings.cookie}.out`);
