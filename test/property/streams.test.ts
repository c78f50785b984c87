import { createHash } from 'node:crypto';
import {
  type Counts,
  defaultPolicy,
  type FraudPolicy,
  type Partner,
  type Policy,
  type Site,
  type TrackedEvent,
} from '@reftally/core';
import { ConflictError, type Recorded, type Store, type Totals } from '@reftally/store';
import fc from 'fast-check';
import { expect } from 'vitest';
import { eventStreams, type Step } from './eventStreams.js';
import type { Home } from './Home.js';
import { onBothStores } from './onBothStores.js';
import { type Expected, type Person, Reference } from './Reference.js';
import { replayProblems } from './replayProblems.js';

const NOW = Date.UTC(2026, 4, 31, 12);
const ADDRESSES = { alice: 'A.lice+ads@googlemail.com', bob: 'bob@s.example' };
const HASHES = {
  alice: sha256('alice@gmail.com'),
  bob: sha256('bob@s.example'),
  cleo: sha256('cleo@s.example'),
};
const PERSONS = new Map<string, Person>([
  ['alice', { emailHash: HASHES.alice, customerId: 'anna' }],
  ['bob', { emailHash: HASHES.bob }],
]);

const PROMISE =
  'totals, receipts and balances of random histories equal those of a reference written differently, and a replay repeats them';

onBothStores(PROMISE, { file: 200, postgres: 2_000 }, holds);

async function holds(make: () => Promise<Home>, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(eventStreams(NOW, Object.values(HASHES)), async (steps) => {
    const home = await make();
    try {
      const world = await World.open(home);
      for (const step of steps) await world.take(step);
      await world.restart();
      await world.compare();
    } finally {
      await home.remove();
    }
  });
  await fc.assert(property, { numRuns });
}

/** A store and the reference, living through the same history. */
class World {
  private readonly sent: TrackedEvent[] = [];
  private reviews = 0;
  private policy: Policy = { ...defaultPolicy(), commission: [{ on: 'purchase', percent: '10' }] };
  private readonly reference = new Reference(
    new Map([
      ['alice', 'active'],
      ['bob', 'active'],
      ['paula', 'paused'],
    ]),
    this.policy,
    PERSONS,
  );

  private constructor(private readonly home: Home) {}

  get store(): Store {
    return this.home.store();
  }

  static async open(home: Home): Promise<World> {
    const world = new World(home);
    await world.store.addSite(siteWith(world.policy));
    for (const [id, status] of world.reference.partners) {
      const link = { id: `l-${id}`, site: 'shop', partner: id, code: id, createdAt: NOW };
      await world.store.addPartner(partnerOf(id, status), link);
    }
    return world;
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'restart') return this.restart();
    if (step.do === 'record') return this.record(step.events);
    if (step.do === 'resend') return this.resend(step);
    if (step.do === 'review') return this.review(step);
    if (step.do === 'model') return this.changePolicy(step);
    if (step.do === 'import') return this.import(step.customers);
    if (step.do === 'fraud') return this.changeFraud(step.fraud);
    if (step.do === 'open stats') return this.see(step.partner, step.client);
    const status = step.do === 'pause' ? 'paused' : 'active';
    this.reference.partners.set(step.partner, status);
    await this.store.updatePartner(step.partner, (partner) => ({ ...partner, status }));
  }

  restart(): Promise<void> {
    return this.home.restart();
  }

  async compare(): Promise<void> {
    const totals = await this.store.totals({
      site: 'shop',
      from: '2000-01-01',
      to: '2100-01-01',
      interval: 'day',
      now: NOW,
    });
    expect(rowsOf(totals)).toEqual(this.expectedRows());
    const whole = await this.store.totals({
      site: 'shop',
      from: '2000-01-01',
      to: '2100-01-01',
      interval: 'total',
      now: NOW,
    });
    expect(refusedOf(whole)).toEqual(Object.fromEntries([...this.reference.refused].sort()));
    expect(direct(whole.direct)).toEqual(this.expectedDirect());
    expect(balancesOf(whole)).toEqual(this.expectedBalances());
    await this.compareTrust();
    await this.compareReceipts();
    expect(replayProblems(await this.home.facts())).toEqual([]);
  }

  private async record(events: TrackedEvent[]): Promise<void> {
    const results = await Promise.all(events.map((event) => this.store.record('shop', [event], NOW)));
    for (const [index, event] of events.entries()) this.check(event, results[index]?.[0]);
  }

  private check(event: TrackedEvent, result: Recorded | undefined): void {
    const expected: Expected = this.reference.record(event);
    this.sent.push(event);
    expect(result).toMatchObject({ id: event.id, ...expected });
  }

  private async import(ids: string[]): Promise<void> {
    const customers = ids.map((customerId) => ({ customerId }));
    const words = await this.store.importCustomers({ site: 'shop', customers }, NOW);
    expect(words).toEqual(this.reference.import(ids));
  }

  private async resend({ pick, as }: Extract<Step, { do: 'resend' }>): Promise<void> {
    const event = this.sent[pick % Math.max(1, this.sent.length)];
    if (!event) return;
    const again =
      as === 'same'
        ? event
        : { ...event, id: `${event.id}-again-${this.sent.length}`, uid: `again-${this.sent.length}` };
    await this.record([again as TrackedEvent]);
  }

  /** Somebody decides about a signup or a sale, possible or not. */
  private async review({ pick, verdict }: Extract<Step, { do: 'review' }>): Promise<void> {
    const sales = this.reference.reviewable();
    const sale = sales[pick % Math.max(1, sales.length)];
    if (!sale) return;
    const { id } = sale;
    const review = { id: `review-${++this.reviews}`, verdict, by: 'Eve' };
    const done = this.store.review('shop', id, review, NOW);
    if (!this.reference.review(id, verdict, NOW)) return expect(done).rejects.toThrow(ConflictError);
    const reviews = (await done).stored.conversion.reviews;
    expect(reviews?.at(-1)).toEqual({ ...review, at: NOW });
  }

  private async changePolicy({
    model,
    percent,
    paysFrom,
    rule,
    newCustomersOnly,
  }: Extract<Step, { do: 'model' }>): Promise<void> {
    this.policy = {
      ...this.policy,
      version: this.policy.version + 1,
      model,
      paysFrom,
      newCustomersOnly,
      commission: [{ on: 'purchase', percent, ...rule }],
    };
    this.reference.policy = this.policy;
    await this.store.updateSite('shop', (site) => ({ ...site, policy: this.policy }));
  }

  private async changeFraud(fraud: FraudPolicy): Promise<void> {
    this.policy = { ...this.policy, version: this.policy.version + 1, fraud };
    this.reference.policy = this.policy;
    await this.store.updateSite('shop', (site) => ({ ...site, policy: this.policy }));
  }

  /** Browsers are not looked at where nobody minds. */
  private async see(partner: string, client: string): Promise<void> {
    if (this.policy.fraud?.selfReferral !== 'off') this.reference.saw(partner, client);
    await this.store.sawPartner(partner, client, NOW);
  }

  private expectedRows(): Record<string, Record<string, number>> {
    const rows = [...this.reference.rows].filter(([key]) => !key.startsWith(' '));
    return Object.fromEntries(
      rows.map(([key, row]): [string, Record<string, number>] => [key, nonZero(row)]).sort(byKey),
    );
  }

  private expectedDirect(): Record<string, number> {
    const sum: Record<string, number> = {};
    for (const [key, row] of this.reference.rows) {
      if (!key.startsWith(' ')) continue;
      for (const [what, by] of Object.entries(row)) sum[what] = (sum[what] ?? 0) + by;
    }
    return nonZero(sum);
  }

  private expectedBalances(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { partner, currency, minor, payableAt, sale } of this.reference.entries) {
      const isHeld = payableAt > NOW || this.reference.holds(sale);
      const key = `${partner} ${isHeld ? 'held' : 'payable'} ${currency}`;
      sums[key] = (sums[key] ?? 0) + minor;
    }
    return nonZero(sums);
  }

  /** What is left of each sale stands under the trust that it has by now. */
  private async compareTrust(): Promise<void> {
    const expected: Record<string, number> = {};
    for (const { event, corrects, amount, trust, partner = '', refunds = [] } of this.reference.kept) {
      if (event.type !== 'purchase' || corrects || !amount) continue;
      const key = `${partner} ${trust}`;
      const left = refunds.reduce((rest, part) => rest - part, amount.minor);
      expected[`${key} purchases`] = (expected[`${key} purchases`] ?? 0) + 1;
      expected[`${key} ${amount.currency}`] = (expected[`${key} ${amount.currency}`] ?? 0) + left;
    }
    const days = { site: 'shop', from: '2000-01-01', to: '2100-01-01' };
    const { rows, direct } = await this.store.trustTotals({ ...days, interval: 'total' });
    const found: Record<string, number> = {};
    for (const row of [...rows, ...direct.map((sums) => ({ ...sums, partner: '' }))]) {
      found[`${row.partner} ${row.trust} purchases`] = row.purchases;
      for (const [currency, minor] of Object.entries(row.revenue))
        found[`${row.partner} ${row.trust} ${currency}`] = minor;
    }
    expect(nonZero(found)).toEqual(nonZero(expected));
  }

  private async compareReceipts(): Promise<void> {
    const { rows } = await this.store.conversions({ site: 'shop', limit: 500 });
    for (const { conversion, refunded } of rows)
      expect(refunded).toBeLessThanOrEqual(conversion.amount?.minor ?? 0);
    const found = rows.map(({ conversion }) => {
      const candidates = conversion.receipt.candidates.map(
        ({ via, code, why }) => `${via}:${code.toLowerCase()}=${why}`,
      );
      const flags = conversion.flags?.map(({ signal, holds }) => `${signal} ${holds ? 'hold' : 'flag'}`);
      return [conversion.event, conversion.partner, conversion.reason, candidates, flags ?? []];
    });
    const expected = this.reference.kept
      .filter(({ event, corrects }) => isConversion(event) && corrects === undefined)
      .map(({ event, partner, reason, candidates, flags = [] }) => [
        event.id,
        partner,
        reason,
        candidates,
        flags,
      ]);
    expect(found.sort(byKey)).toEqual(expected.sort(byKey));
  }
}

function siteWith(policy: Policy): Site {
  return {
    id: 'shop',
    name: 'Shop',
    publicKey: 'pk',
    secretHash: 'sh',
    origins: ['https://s.example'],
    landingUrl: 'https://s.example/',
    currencies: ['USD', 'JPY', 'KWD'],
    timeZone: 'Asia/Kathmandu',
    policy,
    createdAt: NOW,
  };
}

function partnerOf(id: string, status: Partner['status']): Partner {
  const partner: Partner = { id, site: 'shop', name: id, code: id, status, createdAt: NOW };
  if (id === 'alice') return { ...partner, email: ADDRESSES.alice, customerId: 'anna' };
  return id === 'bob' ? { ...partner, email: ADDRESSES.bob } : partner;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function rowsOf({ rows }: Totals): Record<string, Record<string, number>> {
  const flat = rows.map(({ partner, period, counts }): [string, Record<string, number>] => [
    `${partner} ${period}`,
    direct(counts),
  ]);
  return Object.fromEntries(flat.filter(([, row]) => Object.keys(row).length > 0).sort(byKey));
}

function direct({ revenue, discounts: _, ...counters }: Counts): Record<string, number> {
  return nonZero({ ...counters, ...revenue });
}

function refusedOf({ refused }: Totals): Record<string, number> {
  return Object.fromEntries(Object.entries(refused).sort());
}

function balancesOf({ rows }: Totals): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { partner, commission } of rows) {
    for (const { currency, minor } of commission.held) sums[`${partner} held ${currency}`] = minor;
    for (const { currency, minor } of commission.payable) sums[`${partner} payable ${currency}`] = minor;
  }
  return sums;
}

function nonZero(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0));
}

function isConversion({ type }: TrackedEvent): boolean {
  return type === 'signup' || type === 'purchase';
}

function byKey(a: unknown[], b: unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
