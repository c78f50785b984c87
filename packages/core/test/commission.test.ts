import {
  type CommissionRule,
  type CustomerTally,
  decide,
  defaultPolicy,
  type Purchase,
  splitMoney,
  type Tally,
  type TierStep,
  type WorkingSet,
} from '@reftally/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../src/commission/addMonths.js';
import { monthsOf } from '../src/commission/monthsOf.js';
import { priceRates } from '../src/commission/priceRates.js';

const NOW = Date.UTC(2026, 4, 15, 12);
const money = fc.integer({ min: 0, max: 10_000_000 });
const percent = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, decimals]) => `${whole}.${String(decimals).padStart(6, '0')}`);

describe('parts equal the whole', () => {
  it('when an amount is split by weights, each part within one of its exact share', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(money, fc.nat(Number.MAX_SAFE_INTEGER)), weights, (whole, shares) => {
        const parts = splitMoney(whole, shares);
        expect(parts).toEqual(splitMoney(whole, shares.map(BigInt)));
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(parts.reduce((total, part) => total + BigInt(part), 0n)).toBe(BigInt(whole));
        if (sum === 0) return;
        for (const [index, part] of parts.entries()) {
          const exact = BigInt(whole) * BigInt(shares[index] ?? 0);
          const off = BigInt(part) * BigInt(sum) - exact;
          expect(off < BigInt(sum) && -off < BigInt(sum)).toBe(true);
        }
      }),
    );
  });

  it('when several rules pay one order: the sum is that of exact fractions, rounded once', () => {
    const applied = fc.array(
      fc.oneof(fc.record({ percent, amount: fc.nat(Number.MAX_SAFE_INTEGER) }), fc.record({ flat: money })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(applied, (rates) => {
        const scale = 100_000_000n;
        const exact = rates.map((rate) =>
          'flat' in rate
            ? BigInt(rate.flat) * scale
            : BigInt(rate.amount) * BigInt(rate.percent.replace('.', '')),
        );
        const sum = exact.reduce((total, part) => total + part, 0n);
        const parts = priceRates(rates.map((rate) => [rate])).map(BigInt);
        expect(parts.reduce((total, part) => total + part, 0n)).toBe((2n * sum + scale) / (2n * scale));
        for (const [index, part] of parts.entries()) {
          const floor = (exact[index] ?? 0n) / scale;
          expect(part === floor || part === floor + 1n).toBe(true);
        }
      }),
    );
  });
});

/** A shop that remembers what its decisions come to, written as plainly as can be. */
class Memory {
  readonly sales: { at: number; currency: string; amount: number; earned: number; customer: string }[] = [];
  constructor(readonly rule: CommissionRule) {}

  buy(sale: { at: number; currency: string; amount: number; customer: string; items?: Purchase['items'] }) {
    const { at, currency, amount, customer, items } = sale;
    const number = this.sales.length;
    const event: Purchase = {
      type: 'purchase',
      id: `e${number}`,
      uid: `u${number}`,
      site: 's',
      at,
      trust: 'server',
      touches: [{ code: 'alice', at }],
      orderId: `o${number}`,
      customerId: customer,
      amount: { currency, minor: amount },
      ...(items && { items }),
    };
    const policy = { ...defaultPolicy(), commission: [this.rule] };
    const { conversion } = decide(event, this.#set(customer), policy, NOW);
    this.sales.push({ at, currency, amount, customer, earned: conversion?.commission?.minor ?? 0 });
    return conversion;
  }

  earned(select: (sale: Memory['sales'][number]) => boolean): number {
    return this.sales.filter(select).reduce((sum, { earned }) => sum + earned, 0);
  }

  #set(customer: string): WorkingSet {
    return {
      timeZone: 'UTC',
      touches: [],
      codeOwner: (code) => ({ code, partner: code, status: 'active' }),
      partnerStatus: () => 'active',
      recentClick: () => undefined,
      partnerTally: (_, period) => this.#tally(period),
      customerTally: () => this.#customerTally(customer),
    };
  }

  #tally(period: string): Tally {
    const within = this.sales.filter(({ at }) => period === 'ever' || monthOf(at) === period);
    const sums = (pick: (sale: Memory['sales'][number]) => number) =>
      Object.fromEntries(
        ['EUR', 'JPY', 'KWD'].map((currency) => [
          currency,
          sumOf(
            within.filter((sale) => sale.currency === currency),
            pick,
          ),
        ]),
      );
    return {
      purchases: within.length,
      revenue: sums(({ amount }) => amount),
      earned: sums(({ earned }) => earned),
    };
  }

  #customerTally(customer: string): CustomerTally | undefined {
    const own = this.sales.filter((sale) => sale.customer === customer);
    if (own.length === 0) return undefined;
    const earned = Object.fromEntries(
      ['EUR', 'JPY', 'KWD'].map((currency) => [
        currency,
        this.earned((sale) => sale.customer === customer && sale.currency === currency),
      ]),
    );
    return {
      since: Math.min(...own.map(({ at }) => at)),
      paid: own.filter((sale) => sale.earned > 0).length,
      earned,
    };
  }
}

function sumOf<T>(list: readonly T[], pick: (one: T) => number): number {
  return list.reduce((sum, one) => sum + pick(one), 0);
}

function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

const DAY = 86_400_000;
const sale = fc.record({
  at: fc.integer({ min: -200, max: 0 }).map((days) => NOW + days * DAY),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  amount: fc.nat(50_000),
  customer: fc.constantFrom('anna', 'ben', 'cleo'),
});
const sales = fc.array(sale, { minLength: 1, maxLength: 30 });
const limits = (minor: number) => ['EUR', 'JPY', 'KWD'].map((currency) => ({ currency, minor }));

describe('no cap is ever exceeded, whatever the order of events', () => {
  it('per order, customer and period', () => {
    const caps = fc.record({
      order: fc.nat(9000),
      customer: fc.nat(20_000),
      period: fc.nat(30_000),
      orders: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(sales, caps, percent, (bought, cap, rate) => {
        const memory = new Memory({
          on: 'purchase',
          percent: rate,
          capPerOrder: limits(cap.order),
          capPerCustomer: { money: limits(cap.customer), orders: cap.orders },
          capPerPeriod: { money: limits(cap.period), period: 'quarter' },
        });
        for (const one of bought) memory.buy(one);
        for (const currency of ['EUR', 'JPY', 'KWD']) {
          expect(memory.sales.every(({ earned }) => earned <= cap.order)).toBe(true);
          for (const customer of ['anna', 'ben', 'cleo'])
            expect(
              memory.earned((s) => s.customer === customer && s.currency === currency),
            ).toBeLessThanOrEqual(cap.customer);
          for (const quarter of ['2025-4', '2026-1', '2026-2'])
            expect(
              memory.earned((s) => s.currency === currency && quarterOf(s.at) === quarter),
            ).toBeLessThanOrEqual(cap.period);
        }
        for (const customer of ['anna', 'ben', 'cleo'])
          expect(
            memory.sales.filter((s) => s.customer === customer && s.earned > 0).length,
          ).toBeLessThanOrEqual(cap.orders);
      }),
    );
  });

  it('and what a cap does not touch is paid in full', () => {
    fc.assert(
      fc.property(sales, (bought) => {
        const memory = new Memory({
          on: 'purchase',
          percent: '100',
          capPerPeriod: { money: limits(60_000), period: 'month' },
        });
        for (const one of bought) memory.buy(one);
        for (const { currency, at } of bought) {
          const same = (s: (typeof memory.sales)[number]) =>
            s.currency === currency && monthOf(s.at) === monthOf(at);
          const revenue = sumOf(memory.sales.filter(same), ({ amount }) => amount);
          expect(memory.earned(same)).toBe(Math.min(revenue, 60_000));
        }
      }),
    );
  });
});

function quarterOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

describe('a table of rates', () => {
  const steps: fc.Arbitrary<TierStep[]> = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 4 }),
      fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }),
    )
    .map(([starts, rates]) =>
      [0, ...starts.sort((a, b) => a - b)].map((after, index) => ({ after, percent: String(rates[index]) })),
    );

  it('pays, marginal, what a count of every single unit would', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(3000), { minLength: 1, maxLength: 12 }), (table, amounts) => {
        const memory = new Memory({
          on: 'purchase',
          tiers: { by: 'revenue', per: 'ever', currency: 'EUR', marginal: true, steps: table },
        });
        let unit = 0;
        for (const amount of amounts) {
          let hundredths = 0;
          for (const end = unit + amount; unit < end; unit++)
            hundredths += Number(table.filter(({ after }) => after <= unit).at(-1)?.percent);
          const earned =
            memory.buy({ at: NOW, currency: 'EUR', amount, customer: 'anna' })?.commission?.minor ?? 0;
          expect(earned).toBe(Math.floor((hundredths + 50) / 100));
        }
      }),
    );
  });

  it('pays, whole, by the step in which the order begins', () => {
    fc.assert(
      fc.property(steps, sales, (table, bought) => {
        const memory = new Memory({
          on: 'purchase',
          tiers: { by: 'revenue', per: 'year', currency: 'EUR', steps: table },
        });
        for (const one of bought) {
          const year = new Date(one.at).getUTCFullYear();
          const before = sumOf(
            memory.sales.filter((s) => s.currency === 'EUR' && new Date(s.at).getUTCFullYear() === year),
            ({ amount }) => amount,
          );
          const rate = Number(table.filter(({ after }) => after <= before).at(-1)?.percent);
          const expected = one.currency === 'EUR' ? Math.floor((one.amount * rate + 50) / 100) : 0;
          expect(memory.buy(one)?.commission?.minor ?? 0).toBe(expected);
        }
      }),
    );
  });
});

it('the parts of a receipt and their lines add up to the commission', () => {
  const item = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    amount: fc.nat(9999).map((minor) => (minor / 100).toFixed(2)),
  });
  fc.assert(
    fc.property(sale, fc.array(item, { maxLength: 6 }), percent, fc.nat(5000), (one, items, rate, cap) => {
      const memory = new Memory({
        on: 'purchase',
        percent: rate,
        products: ['a', 'b'],
        capPerOrder: limits(cap),
      });
      const conversion = memory.buy({ ...one, items });
      const parts = conversion?.receipt.earning?.parts ?? [];
      expect(sumOf(parts, ({ minor }) => minor)).toBe(conversion?.commission?.minor ?? 0);
      for (const { lines, minor } of parts) {
        if (!lines) continue;
        expect(sumOf(lines, (line) => line.minor)).toBe(minor);
        expect(sumOf(lines, (line) => line.amount)).toBeLessThanOrEqual(one.amount);
      }
    }),
  );
});

describe('the calendar of caps', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-03-31', 12, '2027-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-05-15', 1200, '2126-05-15'],
  ])('%s and %i months are %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });
  it.each([
    ['month', ['2026-05']],
    ['quarter', ['2026-04', '2026-05', '2026-06']],
    ['ever', ['ever']],
  ] as const)('the %s around May 2026', (period, months) => {
    expect(monthsOf(period, '2026-05')).toEqual(months);
  });
  it('a year has twelve months, and December is in the last quarter', () => {
    expect(monthsOf('year', '2026-05')).toHaveLength(12);
    expect(monthsOf('quarter', '2026-12')).toEqual(['2026-10', '2026-11', '2026-12']);
  });
});
