import { idMark } from '../../file/idMark.js';
import { KEPT } from '../../file/KEPT.js';
import { customerStateIn } from './customerStateIn.js';
import { keyOf } from './keyOf.js';
import type { NamedRow } from './NamedRow.js';
import type { PartialSite } from './PartialSite.js';

type PutRow = { [Kind in keyof NamedRow]: (row: NamedRow[Kind], site: PartialSite) => void };

/** Puts a row of the database where the functions of the file store look for what it holds. */
export const putRow: PutRow = {
  known({ id, at, conversion, prior }, { state, events }) {
    const isKept = conversion !== null || prior !== null;
    state.eventIds.add(id, isKept ? KEPT : idMark(at));
    if (conversion !== null) state.converted.set(id, conversion);
    else if (prior !== null) state.refundEvents.set(id, JSON.parse(prior));
    else events.set(id, at);
  },
  order({ id, body }, { state }) {
    if (body !== null) state.orders.set(id, JSON.parse(body));
  },
  customer({ id, orders, body }, { state, customers }) {
    customers.set(id, `${orders}${body}`);
    customerStateIn(state, id).orders = orders;
    if (body !== null) state.customers.set(id, JSON.parse(body));
  },
  customerTally({ customer, partner, body }, { state, customerTallies }) {
    customerTallies.set(keyOf(customer, partner), body);
    customerStateIn(state, customer).partners.set(partner, JSON.parse(body));
  },
  existing({ id, body }, { state }) {
    state.existing.set(id, JSON.parse(body));
  },
  refund({ id, prior, waiting }, { state, refunds, refundEvents }) {
    if (refunds.has(id)) return; // Found by its order, too.
    refunds.add(id);
    state.refunds.set(id, JSON.parse(prior));
    if (waiting === null) return;
    const refund = JSON.parse(waiting);
    refundEvents.set(id, refund);
    state.waiting.add(refund);
  },
  conversion({ id, refunded, clawed_back, body }, { state, conversions }) {
    conversions.add(id);
    state.conversions.set(id, { conversion: JSON.parse(body), refunded, clawedBack: clawed_back });
  },
  visitor({ id, touches }, { state, visitors }) {
    visitors.set(id, touches);
    state.visitors.set(id, JSON.parse(touches));
  },
  click({ client, code, decided, body }, { state, clicks }) {
    clicks.set(keyOf(client, code), body);
    state.clicks.restore(Math.max(state.clicks.dump().since, decided), 'current', [JSON.parse(body)]);
  },
};
