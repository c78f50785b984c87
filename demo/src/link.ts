import type { Visit } from './Visit.js';

/**
 * An address within the shop that keeps the chosen currency. Until there is a session the currency travels in the
 * address, so that choosing one stores nothing in the browser.
 */
export function link(visit: Visit, path: string): string {
  return visit.session || visit.currency === 'EUR' ? path : `${path}?currency=${visit.currency}`;
}
