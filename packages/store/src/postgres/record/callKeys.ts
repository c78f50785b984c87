import type { TrackedEvent } from '@reftally/core';
import type { Call } from './Call.js';

/** What events of a call change that events of another one may change as well; of a partner's chain the database says who is next. */
export function callKeys({ site, events }: Call): Set<string> {
  const keys = new Set<string>();
  for (const event of events) addKeys(keys, site, event);
  return keys;
}

function addKeys(keys: Set<string>, site: string, event: TrackedEvent): void {
  if (event.visitor !== undefined) keys.add(`v ${site} ${event.visitor}`);
  if (event.client !== undefined) keys.add(`c ${site} ${event.client}`);
  if ('orderId' in event) keys.add(`o ${site} ${event.orderId}`);
  if ('customerId' in event && event.customerId !== undefined) keys.add(`u ${site} ${event.customerId}`);
}
