import { createHash } from 'node:crypto';
import type { Balance, LedgerEntry, Payout, PayoutTerms, ReviewVerdict } from '@reftally/core';
import { ConflictError, type Store } from '@reftally/store';
import fc from 'fast-check';
import { expect } from 'vitest';
import { DAY, NOON, samples } from '../contract/samples.js';
import type { Home } from './Home.js';
import { onBothStores } from './onBothStores.js';
import { replayProblems } from './replayProblems.js';

const PARTNERS = ['alice', 'bob'];
const HOLD = 30;

type Step =
  | { do: 'buy'; partner: string; currency: string; tens: number; daysAgo: number; isFlagged: boolean }
  | { do: 'refund'; pick: number; tens: number }
  | { do: 'correct'; pick: number; currency: string; tens: number }
  | { do: 'review'; pick: number; verdict: ReviewVerdict; times: number }
  | { do: 'adjust'; partner: string; currency: string; minor: number }
  | { do: 'payout'; terms: PayoutTerms; times: number }
  | { do: 'cancelled' | 'exported' | 'paid'; pick: number }
  | { do: 'wait'; days: number }
  | { do: 'restart' };

const partner = fc.constantFrom(...PARTNERS);
const currency = fc.constantFrom('EUR', 'JPY');
const tens = fc.integer({ min: 1, max: 500 });
const terms: fc.Arbitrary<PayoutTerms> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.record({ currency }),
  fc.record({ thresholds: fc.constant<Record<string, number>>({ EUR: 150, JPY: 90 }) }),
  fc.record({ partners: fc.constant<string[]>(['bob']) }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      partner,
      currency,
      tens,
      daysAgo: fc.integer({ min: 10, max: 60 }),
      isFlagged: fc.constantFrom(true, false, false),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund' as const), pick: fc.nat(), tens }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('correct' as const), pick: fc.nat(), currency, tens }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      pick: fc.nat(4),
      verdict: fc.constantFrom<ReviewVerdict>('approved', 'approved', 'rejected', 'held'),
      times: fc.constantFrom(1, 1, 5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      partner,
      currency,
      minor: fc.integer({ min: -300, max: 300 }).filter((minor) => minor !== 0),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constant('payout' as const), terms, times: fc.constantFrom(1, 1, 5) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('cancelled' as const, 'cancelled' as const, 'exported' as const, 'paid' as const),
      pick: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

const PROMISE =
  'no balance is paid twice or lost, whatever is sold, refunded, corrected, reviewed, paid, cancelled and restarted';

onBothStores(PROMISE, { file: 500, postgres: 4_000 }, holds);

async function holds(make: () => Promise<Home>, numRuns: number): Promise<void> {
  const steps = fc.array(step, { minLength: 10, maxLength: 50, size: 'max' });
  const property = fc.asyncProperty(steps, async (taken) => {
    const home = await make();
    try {
      const world = await World.open(home);
      for (const one of taken) {
        await world.take(one);
        await world.compare();
      }
      await world.restart();
      await world.compare();
      await world.checkChains();
      expect(replayProblems(await home.facts())).toEqual([]);
    } finally {
      await home.remove();
    }
  });
  await fc.assert(property, { numRuns });
}

/** Money as coins in purses: each is earned once, and lies in at most one payout. */
type Coin = {
  partner: string;
  currency: string;
  minor: number;
  payableAt: number;
  payout?: string;
  order?: Order;
};
/** `left` is what it has earned after refunds of `back`, or would have if it were not rejected; `reports` how often it was reported. */
type Order = {
  id: string;
  orderId: string;
  purse: Coin;
  left: number;
  back: number;
  reports: number;
  state: State;
};
const TRUST = ['browser', 'signed', 'server', 'reconciled'] as const;
type State = 'none' | 'open' | ReviewVerdict;

/** What can be said about an order, by how it stands, written as whole sentences of the docs. */
const SENTENCES = [
  'none held',
  'none rejected',
  'open approved',
  'open held',
  'open rejected',
  'held approved',
  'held rejected',
  'approved held',
  'approved rejected',
  'rejected approved',
];

class World {
  private now = NOON;
  private serial = 0;
  private readonly coins: Coin[] = [];
  private readonly orders: Order[] = [];
  private readonly payouts: { id: string; status: string }[] = [];

  private constructor(private readonly home: Home) {}

  get store(): Store {
    return this.home.store();
  }

  static async open(home: Home): Promise<World> {
    const world = new World(home);
    const fraud = { bannedReferrers: ['coupons.example'] };
    const policy = { holdDays: HOLD, fraud, commission: [{ on: 'purchase' as const, percent: '10' }] };
    await world.store.addSite(samples.site({ id: 'shop', rules: policy }));
    for (const id of PARTNERS) {
      const added = samples.partner('shop', { id, code: id });
      await world.store.addPartner(added, samples.link(added));
    }
    return world;
  }

  restart(): Promise<void> {
    return this.home.restart();
  }

  take(one: Step): Promise<void> | void {
    switch (one.do) {
      case 'buy':
        return this.buy(one);
      case 'refund':
        return this.refund(one);
      case 'correct':
        return this.correct(one);
      case 'review':
        return this.review(one);
      case 'adjust':
        return this.adjust(one);
      case 'payout':
        return this.pay(one);
      case 'wait':
        this.now += one.days * DAY;
        return;
      case 'restart':
        return this.restart();
      default:
        return this.change(one);
    }
  }

  private async buy({
    partner: code,
    currency: of,
    tens: count,
    daysAgo,
    isFlagged,
  }: Extract<Step, { do: 'buy' }>) {
    const at = this.now - daysAgo * DAY;
    const orderId = `o${++this.serial}`;
    const amount = { currency: of, minor: count * 10 };
    const visit = { visitor: `visitor-${orderId}`, touches: [{ code, at }], at };
    const page = { url: 'https://shop.example/', referrer: 'https://www.coupons.example/' };
    if (isFlagged) await this.record(samples.pageview('shop', { ...visit, ...page }));
    const sale = samples.purchase('shop', { ...visit, orderId, amount });
    await this.record(sale);
    const purse = { partner: code, currency: of, minor: 0, payableAt: at + HOLD * DAY };
    const state = isFlagged ? ('open' as const) : ('none' as const);
    const order: Order = { id: sale.uid, orderId, purse, left: count, back: 0, reports: 1, state };
    this.coins.push({ ...purse, minor: count, order });
    this.orders.push(order);
  }

  private async refund({ pick, tens: count }: Extract<Step, { do: 'refund' }>) {
    const order = this.orders[pick % Math.max(1, this.orders.length)];
    const back = Math.min(count, order?.left ?? 0);
    if (!order || back === 0) return;
    order.left -= back;
    order.back += back;
    const amount = { currency: order.purse.currency, minor: back * 10 };
    await this.record(samples.refund('shop', order.orderId, { at: this.now, amount, trust: 'server' }));
    if (order.state !== 'rejected') this.coins.push({ ...order.purse, minor: -back, order });
  }

  /** A more trusted report, with another amount and, while nothing was refunded, another currency. */
  private async correct({ pick, currency: of, tens: count }: Extract<Step, { do: 'correct' }>) {
    const order = this.orders[pick % Math.max(1, this.orders.length)];
    const trust = TRUST[order?.reports ?? 0];
    if (!order || !trust || count < order.back) return;
    const { orderId, purse, left, back, state } = order;
    const amount = { currency: back > 0 ? purse.currency : of, minor: count * 10 };
    await this.record(samples.purchase('shop', { at: this.now, orderId, amount, trust }));
    Object.assign(order, { purse: { ...purse, currency: amount.currency }, left: count - back });
    order.reports += 1;
    if (state === 'rejected') return;
    this.coins.push({ ...purse, minor: -left, order }, { ...order.purse, minor: order.left, order });
  }

  /** Asked for several times at once, of which one at most is possible. */
  private async review({ pick, verdict, times }: Extract<Step, { do: 'review' }>) {
    const order = this.orders[this.orders.length - 1 - pick]; // One of the latest.
    if (!order) return;
    const asked = await Promise.allSettled(
      Array.from({ length: times }, () => {
        const review = { id: `r${++this.serial}`, verdict, by: 'Eve' };
        return this.store.review('shop', order.id, review, this.now);
      }),
    );
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ConflictError);
    const isAllowed = SENTENCES.includes(`${order.state} ${verdict}`);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(isAllowed ? 1 : 0);
    if (!isAllowed) return;
    if (verdict === 'rejected') this.coins.push({ ...order.purse, minor: -order.left, order });
    if (order.state === 'rejected') this.coins.push({ ...order.purse, minor: order.left, order });
    order.state = verdict;
  }

  private async record(event: Parameters<Store['record']>[1][number]) {
    expect(await this.store.record('shop', [event], this.now)).toMatchObject([{ status: 'accepted' }]);
  }

  private async adjust({ do: _, ...money }: Extract<Step, { do: 'adjust' }>) {
    await this.store.adjust({ id: `a${++this.serial}`, site: 'shop', note: 'by hand', ...money }, this.now);
    this.coins.push({ ...money, payableAt: this.now });
  }

  /** Asked for several times at once under ids of their own, of which one at most can get the money. */
  private async pay({ terms: on, times }: Extract<Step, { do: 'payout' }>) {
    const taken = this.takeable(on);
    const asked = await Promise.allSettled(
      Array.from({ length: times }, () => this.store.createPayout('shop', `p${++this.serial}`, on, this.now)),
    );
    const made = asked.flatMap((one): Payout[] => (one.status === 'fulfilled' ? [one.value.payout] : []));
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ConflictError);
    expect(made).toHaveLength(taken.size > 0 ? 1 : 0);
    const [payout] = made;
    if (!payout) return;
    this.payouts.push({ id: payout.id, status: 'open' });
    const lines = Object.fromEntries(
      payout.lines.map((line) => [`${line.partner} ${line.currency}`, line.minor]),
    );
    expect(lines).toEqual(Object.fromEntries([...taken].map(([purse, coins]) => [purse, sum(coins)])));
    for (const coin of [...taken.values()].flat()) coin.payout = payout.id;
  }

  /** The coins that a payout on these terms takes, by purse. */
  private takeable({ currency: only, thresholds, partners }: PayoutTerms): Map<string, Coin[]> {
    const purses = new Map<string, Coin[]>();
    for (const owner of partners ?? PARTNERS) {
      for (const of of only ? [only] : ['EUR', 'JPY']) {
        const coins = this.coins.filter(
          (coin) => coin.partner === owner && coin.currency === of && !coin.payout && !this.isHeld(coin),
        );
        if (sum(coins) > 0 && sum(coins) >= (thresholds?.[of] ?? 0)) purses.set(`${owner} ${of}`, coins);
      }
    }
    return purses;
  }

  private isHeld({ payableAt, order }: Coin): boolean {
    return payableAt > this.now || order?.state === 'open' || order?.state === 'held';
  }

  private async change({ do: to, pick }: { do: 'cancelled' | 'exported' | 'paid'; pick: number }) {
    const payout = this.payouts[this.payouts.length - 1 - pick]; // One of the latest.
    if (!payout) return;
    const { status } = payout;
    const isAllowed = status === to || status === 'open' || (status !== 'cancelled' && to !== 'cancelled');
    const changed = this.store.changePayout('shop', payout.id, to, this.now);
    if (!isAllowed) return expect(changed).rejects.toThrow(ConflictError);
    expect((await changed).status).toBe(status === 'paid' ? 'paid' : to);
    if (status !== 'paid') payout.status = to;
    if (to === 'cancelled') for (const coin of this.coins) if (coin.payout === payout.id) delete coin.payout;
  }

  async compare(): Promise<void> {
    const range = { from: '2000-01-01', to: '2100-01-01', interval: 'total', now: this.now } as const;
    const { rows } = await this.store.totals({ site: 'shop', ...range });
    for (const { partner: owner, commission } of rows) {
      const coins = this.coins.filter((coin) => coin.partner === owner);
      const paid = coins.filter(({ payout }) => payout);
      const rest = coins.filter(({ payout }) => !payout);
      expect(commission).toEqual({
        held: byCurrency(rest.filter((coin) => this.isHeld(coin))),
        payable: byCurrency(rest.filter((coin) => !this.isHeld(coin))),
        paid: byCurrency(paid),
      });
      const chain = await this.store.chain(owner);
      expect(byCurrency(chain.filter(({ type }) => type !== 'payout'))).toEqual(byCurrency(coins));
      expect(byCurrency(chain)).toEqual(byCurrency(rest));
      this.compareDue(owner, chain, commission);
    }
  }

  /** The account once more, from the orders instead of the coins: what each leaves, nothing for one that is rejected. */
  private compareDue(owner: string, chain: readonly LedgerEntry[], commission: Balance): void {
    const own = this.orders.filter(({ purse }) => purse.partner === owner);
    for (const { id, purse, left, state } of own) {
      const lines = chain.filter(({ conversion }) => conversion === id);
      expect(byCurrency(lines)).toEqual(byCurrency(state === 'rejected' ? [] : [{ ...purse, minor: left }]));
    }
    const byHand = chain.filter(({ type, conversion }) => type === 'adjustment' && conversion === undefined);
    for (const of of ['EUR', 'JPY']) {
      const [held, payable, paid] = [commission.held, commission.payable, commission.paid].map((money) =>
        sum(money.filter(({ currency: one }) => one === of)),
      );
      const given = sum(byHand.filter(({ currency: one }) => one === of));
      const due = own.filter(({ purse, state }) => purse.currency === of && state !== 'rejected');
      expect((held ?? 0) + (payable ?? 0) + (paid ?? 0)).toBe(
        due.reduce((total, { left }) => total + left, given),
      );
      // Only what was paid, or taken by hand, can be owed.
      const isTaken = byHand.some(({ currency: one, minor }) => one === of && minor < 0);
      if (!isTaken && ((held ?? 0) < 0 || (payable ?? 0) < 0)) expect(paid).toBeGreaterThan(0);
    }
  }

  async checkChains(): Promise<void> {
    for (const owner of PARTNERS) {
      let before = '0'.repeat(64);
      for (const [index, { hash, ...entry }] of (await this.store.chain(owner)).entries()) {
        const times = {
          at: new Date(entry.at).toISOString(),
          payableAt: new Date(entry.payableAt).toISOString(),
        };
        const line = JSON.stringify(sortKeys({ ...entry, ...times }));
        before = createHash('sha256')
          .update(before + line)
          .digest('hex');
        expect([entry.seq, hash]).toEqual([index + 1, before]);
      }
    }
  }
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sortKeys(field)]),
  );
}

function sum(coins: readonly { minor: number }[]): number {
  return coins.reduce((total, { minor }) => total + minor, 0);
}

function byCurrency(coins: readonly { currency: string; minor: number }[]) {
  return ['EUR', 'JPY']
    .map((of) => ({ currency: of, minor: sum(coins.filter((coin) => coin.currency === of)) }))
    .filter(({ minor }) => minor !== 0);
}
