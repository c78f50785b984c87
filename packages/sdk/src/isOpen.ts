import { load } from './load.js';
import { state } from './state.js';

/**
 * Whether anything may be stored or sent: the visitor agrees, has not opted out, and has seen the page (a prerendered one
 * may never be seen).
 */
export const isOpen = (): boolean =>
  state.consent === 'granted' && !(document as Document & { prerendering?: boolean }).prerendering && load();
