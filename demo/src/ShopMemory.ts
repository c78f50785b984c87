import type { Customer } from './Customer.js';
import type { Currency } from './currencies.js';
import type { Order } from './Order.js';
import type { RefundAnswer } from './office/RefundAnswer.js';
import type { Session } from './Session.js';

/** All that the shop knows. It lives in memory and ends with the process: this is a demo. */
export class ShopMemory {
  readonly #newId: () => string;
  readonly #sessions = new Map<string, Session>();
  readonly #customers = new Map<string, Customer>();
  readonly #orders = new Map<string, Order>();
  readonly #refunds = new Map<string, RefundAnswer[]>();

  /** @param newId makes unguessable ids of at least 12 letters and digits. */
  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Opens a session for a browser that has none. */
  openSession(currency: Currency): Session {
    const session: Session = { id: this.#newId(), currency, cart: new Map() };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** The session of a cookie's value, if there is one. */
  session(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  /** The customer whom a session is signed in as. */
  customer(session: Session | undefined): Customer | undefined {
    return session?.customerId === undefined ? undefined : this.#customers.get(session.customerId);
  }

  /** The customer with an e-mail address, whatever its case. */
  customerByEmail(email: string): Customer | undefined {
    const wanted = email.toLowerCase();
    return [...this.#customers.values()].find((customer) => customer.email.toLowerCase() === wanted);
  }

  /** Makes an account. */
  addCustomer(name: string, email: string): Customer {
    const customer: Customer = {
      id: `cus_${this.#newId().slice(0, 12)}`,
      name,
      email,
    };
    this.#customers.set(customer.id, customer);
    return customer;
  }

  /** Keeps a finished order under a new order number. */
  addOrder(details: Omit<Order, 'id'>): Order {
    const order: Order = {
      ...details,
      id: `NL-${this.#newId().slice(0, 8).toUpperCase()}`,
    };
    this.#orders.set(order.id, order);
    return order;
  }

  /** All orders, newest first, for the back office. */
  orders(): Order[] {
    return [...this.#orders.values()].reverse();
  }

  /** What became of the refunds of an order, oldest first. */
  refunds(order: string): readonly RefundAnswer[] {
    return this.#refunds.get(order) ?? [];
  }

  /** Remembers what became of a refund. */
  addRefund(order: string, answer: RefundAnswer): void {
    this.#refunds.set(order, [...this.refunds(order), answer]);
  }

  /** The id of an order's next refund. A form that was filled in before keeps its id, so sending it again is no second refund. */
  nextRefundId(order: string): string {
    const made = this.refunds(order).filter(({ status }) => status === 'accepted').length;
    return `${order}-R${made + 1}`;
  }

  /** An order, for the browser that placed it or for its signed-in customer only. */
  order(id: string, session: Session | undefined): Order | undefined {
    const order = this.#orders.get(id);
    if (!order || !session) return undefined;
    const owns = order.sessionId === session.id;
    return owns || (order.customerId !== undefined && order.customerId === session.customerId)
      ? order
      : undefined;
  }
}
