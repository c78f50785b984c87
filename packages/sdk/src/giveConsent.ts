import { begin } from './begin.js';
import type { Consent } from './Consent.js';
import { state } from './state.js';

/** See `Reftally.consent`. An opt-out has the last word, and so has Global Privacy Control where the site takes it for a no. */
export const giveConsent = (choice: Consent): void => {
  state.consent = choice;
  begin();
};
