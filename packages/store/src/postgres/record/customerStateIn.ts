import type { CustomerState, SiteState } from '../../file/SiteState.js';

/** A customer's state; made when there is none yet. */
export function customerStateIn({ customerStates }: SiteState, id: string): CustomerState {
  const state = customerStates.get(id) ?? { orders: 0, partners: new Map() };
  customerStates.set(id, state);
  return state;
}
