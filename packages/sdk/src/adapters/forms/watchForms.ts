import { safely } from '../safely.js';
import type { FormsOptions } from './FormsOptions.js';
import { fillForm } from './fillForm.js';
import { followLink } from './followLink.js';

/**
 * Puts the visitor's code into forms as they are sent, and into payment links as they are followed; the page is never
 * searched for either, so those that come later work too. Never throws; does nothing on a server or without a code.
 */
export const watchForms = (options: FormsOptions = {}): void => {
  if (typeof window === 'undefined') return;
  const { hosts = 'buy.stripe.com' } = options;
  const listen = (type: string, run: (event: Event) => void) =>
    window.addEventListener(type, (event) => safely(() => run(event)), true);
  for (const type of ['submit', 'formdata']) listen(type, (event) => fillForm(event, options));
  for (const type of ['click', 'auxclick']) listen(type, (event) => followLink(event, hosts));
};
