import {
  commissionSchema,
  defaultPolicy,
  formatAmount,
  type Money,
  type Partner,
  type Policy,
  policySchema,
  type ReviewVerdict,
  type TrackedEvent,
} from '@reftally/core';
import { ConflictError, type Store, type Totals } from '@reftally/store';
import type { Case, Terms } from './Case.js';

const NOW = Date.UTC(2026, 11, 31, 12);

/** A shop of its own on a real store, in Berlin, with the partners alice, bob and (paused) paula; each code is the partner's name. */
export class Shop {
  readonly id: string;
  readonly #store: Store;
  #events = 0;
  #policy: Policy = defaultPolicy();

  private constructor(store: Store, id: string) {
    this.#store = store;
    this.id = id;
  }

  static async open(store: Store, id: string, { policy = {}, terms = {} }: Case): Promise<Shop> {
    const shop = new Shop(store, id);
    await store.addSite({
      id,
      name: 'Shop',
      publicKey: `pk-${id}`,
      secretHash: `hash-${id}`,
      origins: ['https://shop.example'],
      landingUrl: 'https://shop.example/',
      currencies: ['EUR', 'JPY', 'KWD', 'USD'],
      timeZone: 'Europe/Berlin',
      policy: shop.#policy,
      createdAt: 0,
    });
    await shop.setPolicy(policy);
    for (const name of ['alice', 'bob', 'paula']) await shop.#addPartner(name, terms[name] ?? {});
    return shop;
  }

  /** Records one event and says what became of it: `alice +5.00 EUR`, `nothing`, `refused: expired`, `duplicate`. */
  async record(event: object): Promise<string> {
    const before = await this.#earned();
    this.#events += 1;
    const number = `${this.id}-${this.#events}`;
    const whole = {
      id: `e-${number}`,
      uid: `u-${number}`,
      site: this.id,
      touches: [],
      trust: 'server',
      ...event,
    };
    const [answer] = await this.#store.record(this.id, [whole as object as TrackedEvent], NOW);
    const { status, reason } = answer ?? { status: 'lost' };
    const changes = changesOf(before, await this.#earned());
    const word = status === 'accepted' ? undefined : reason ? `${status}: ${reason}` : status;
    return [...(word ? [word] : []), ...changes].join(', ') || 'nothing';
  }

  /** Decides about an order, and says what that does: `alice -5.00 EUR`, `nothing`, or why it cannot be. */
  async review(orderId: string, verdict: ReviewVerdict): Promise<string> {
    const before = await this.#earned();
    const { rows } = await this.#store.conversions({ site: this.id, limit: 500 });
    const sale = rows.find(({ conversion }) => conversion.orderId === orderId)?.conversion.id ?? '';
    this.#events += 1;
    const review = { id: `r-${this.#events}`, verdict, by: 'Eve' };
    try {
      await this.#store.review(this.id, sale, review, NOW);
    } catch (error) {
      if (error instanceof ConflictError) return error.message.replace(/^.*?: /, '');
      throw error;
    }
    return changesOf(before, await this.#earned()).join(', ') || 'nothing';
  }

  /** Pays whatever is payable: `alice 5.00 EUR`, or `nothing`. */
  async pay(): Promise<string> {
    if ((await this.#store.previewPayout(this.id, {}, NOW)).length === 0) return 'nothing';
    this.#events += 1;
    const { payout } = await this.#store.createPayout(this.id, `p-${this.#events}`, {}, NOW);
    const nameOf = (partner: string) => partner.slice(this.id.length + 1);
    return payout.lines
      .map((line) => `${nameOf(line.partner)} ${formatAmount(line)} ${line.currency}`)
      .join(', ');
  }

  /** Says what each is told: `anna: new`. */
  async importCustomers(ids: string[]): Promise<string> {
    const customers = ids.map((customerId) => ({ customerId }));
    const words = await this.#store.importCustomers({ site: this.id, customers }, NOW);
    return ids.map((id, index) => `${id}: ${words[index]}`).join(', ');
  }

  async setPolicy(change: object): Promise<void> {
    const policy = policySchema.parse(change);
    this.#policy = { ...this.#policy, ...policy, version: this.#policy.version + 1 };
    await this.#store.updateSite(this.id, (site) => ({ ...site, policy: this.#policy }));
  }

  async setPartner(name: string, change: Partial<Partner>): Promise<void> {
    await this.#store.updatePartner(this.#idOf(name), (partner) => ({ ...partner, ...change }));
  }

  #idOf(name: string): string {
    return `${this.id}-${name}`;
  }

  async #addPartner(name: string, { commission, ...known }: Terms): Promise<void> {
    const id = this.#idOf(name);
    const status = name === 'paula' ? 'paused' : 'active';
    const partner: Partner = { id, site: this.id, name, code: name, status, createdAt: 0, ...known };
    if (commission) partner.commission = commissionSchema.parse(commission);
    await this.#store.addPartner(partner, {
      id: `l-${id}`,
      site: this.id,
      partner: id,
      code: name,
      createdAt: 0,
    });
  }

  async #earned(): Promise<Map<string, number>> {
    const range = { from: '2000-01-01', to: '2100-01-01', interval: 'total' as const, now: NOW };
    return balancesOf(await this.#store.totals({ site: this.id, ...range }));
  }
}

function balancesOf({ rows }: Totals): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, commission } of rows) {
    for (const { currency, minor } of [...commission.held, ...commission.payable])
      sums.set(`${name} ${currency}`, (sums.get(`${name} ${currency}`) ?? 0) + minor);
  }
  return sums;
}

function changesOf(before: Map<string, number>, after: Map<string, number>): string[] {
  const changes: string[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const minor = (after.get(key) ?? 0) - (before.get(key) ?? 0);
    const [name = '', currency = ''] = key.split(' ');
    const money: Money = { currency, minor };
    if (minor !== 0) changes.push(`${name} ${minor > 0 ? '+' : ''}${formatAmount(money)} ${currency}`);
  }
  return changes.sort();
}
