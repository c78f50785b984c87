import { safely } from '../safely.js';
import type { DataLayerOptions } from './DataLayerOptions.js';
import { readEntry } from './readEntry.js';
import { report } from './report.js';

/** Marks a list that is watched already, by whichever copy of this code. */
const MARK = Symbol.for('reftally.dataLayer');

/**
 * Reports what a page says on its GA4-style `dataLayer`: purchases, refunds, and sign-ups with a `user_id`; also what was
 * said before. The page's own `push` (Google Tag Manager's, say) runs first, and its result is what the page gets. Never
 * throws; does nothing on a server, where the global is no list, and the second time.
 */
export const watchDataLayer = ({ name = 'dataLayer', events }: DataLayerOptions = {}): void =>
  safely(() => {
    if (typeof window === 'undefined') return;
    const page = window as unknown as { [name: string]: unknown };
    page[name] = page[name] || [];
    const list = page[name];
    if (!Array.isArray(list) || MARK in list) return;
    Object.defineProperty(list, MARK, { value: true });
    const listen = listener((events || 'purchase,refund,sign_up').split(/[\s,]+/));
    const { push } = list;
    list.push = function (...entries: unknown[]) {
      try {
        return push.apply(this, entries);
      } finally {
        entries.forEach(listen);
      }
    };
    [...list].forEach(listen);
  });

const listener = (events: string[]): ((entry: unknown) => void) => {
  // Google's user_id holds until it is said anew.
  let userId: unknown;
  return (entry) =>
    safely(() => {
      const said = readEntry(entry);
      if (!said) return;
      if ('user_id' in said) userId = said.user_id;
      const event = said.event as string;
      if (events.includes(event)) report[event]?.(said, userId);
    });
};
