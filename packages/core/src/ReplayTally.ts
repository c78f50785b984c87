import type { Conversion } from './Conversion.js';
import type { Money } from './Money.js';
import type { Outcome } from './Outcome.js';
import type {
  ReplayExample,
  ReplayPartner,
  ReplayReport,
  ReplaySide,
  ReplayVerdict,
} from './ReplayReport.js';

const EXAMPLES = 30;
const OF_A_KIND = 3;

type Decided = Pick<Outcome, 'conversion' | 'entries'>;
type Sums = { conversions: number; minor: Map<string, number> };
type Row = { before: Sums; after: Sums; changed: number };

/** Adds up how the outcomes of a history differ from those of the same history under another policy. */
export class ReplayTally {
  readonly #rows = new Map<string, Row>();
  readonly #examples: ReplayExample[] = [];
  readonly #kinds = new Map<string, number>();
  #conversions = 0;
  #changed = 0;

  /** Takes what was decided of an event or in a review, and what would have been. */
  add(before: Decided, after: Decided): void {
    this.#sum('before', before);
    this.#sum('after', after);
    if (before.conversion && after.conversion) this.#compare(before.conversion, after.conversion);
  }

  report(): ReplayReport {
    const rows = [...this.#rows].map(([partner, row]) => ({
      changed: row.changed,
      ...reported(partner, row),
    }));
    const differ = rows.filter(({ changed, difference }) => changed > 0 || difference.length > 0);
    differ.sort((a, b) => b.changed - a.changed || (a.partner < b.partner ? -1 : 1));
    return {
      conversions: this.#conversions,
      changed: this.#changed,
      partners: differ.map(({ changed: _, ...row }) => row),
      unchanged: rows.length - differ.length,
      examples: this.#examples,
    };
  }

  #sum(side: 'before' | 'after', { conversion, entries }: Decided): void {
    if (conversion?.partner !== undefined) this.#row(conversion.partner)[side].conversions++;
    for (const { partner, currency, minor } of entries ?? []) {
      const sums = this.#row(partner)[side].minor;
      sums.set(currency, (sums.get(currency) ?? 0) + minor);
    }
  }

  #compare(before: Conversion, after: Conversion): void {
    this.#conversions++;
    const example = exampleOf(before, after);
    if (JSON.stringify(example.before) === JSON.stringify(example.after)) return;
    this.#changed++;
    for (const partner of new Set([before.partner, after.partner]))
      if (partner !== undefined) this.#row(partner).changed++;
    this.#keep(example);
  }

  /** A few of each kind, so that a common change does not hide a rare one. */
  #keep(example: ReplayExample): void {
    const { before, after } = example;
    const kind = JSON.stringify(
      [before, after].map(({ partner, reason, flags }) => [partner, reason, flags]),
    );
    const known = this.#kinds.get(kind) ?? 0;
    if (known === OF_A_KIND || this.#examples.length === EXAMPLES) return;
    this.#kinds.set(kind, known + 1);
    this.#examples.push(example);
  }

  #row(partner: string): Row {
    const row = this.#rows.get(partner) ?? { before: noSums(), after: noSums(), changed: 0 };
    this.#rows.set(partner, row);
    return row;
  }
}

function noSums(): Sums {
  return { conversions: 0, minor: new Map() };
}

function reported(partner: string, { before, after }: Row): ReplayPartner {
  const difference = new Map(after.minor);
  for (const [currency, minor] of before.minor)
    difference.set(currency, (difference.get(currency) ?? 0) - minor);
  return { partner, before: sideOf(before), after: sideOf(after), difference: moneyOf(difference) };
}

function sideOf({ conversions, minor }: Sums): ReplaySide {
  return { conversions, commission: moneyOf(minor) };
}

function moneyOf(sums: ReadonlyMap<string, number>): Money[] {
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .map(([currency, minor]) => ({ currency, minor }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function exampleOf(before: Conversion, after: Conversion): ReplayExample {
  const { id, type, at, orderId, customerId, amount } = before;
  return {
    id,
    type,
    at,
    ...(orderId !== undefined && { orderId }),
    ...(customerId !== undefined && { customerId }),
    ...(amount && { amount }),
    before: verdictOf(before),
    after: verdictOf(after),
  };
}

/** In one order, so that two of them can be compared as JSON. */
function verdictOf({ partner, code, reason, commission, flags }: Conversion): ReplayVerdict {
  return {
    ...(partner !== undefined && { partner }),
    ...(code !== undefined && { code }),
    ...(reason && { reason }),
    ...(commission && { commission: { currency: commission.currency, minor: commission.minor } }),
    ...(flags && { flags: flags.map(({ signal, holds }) => ({ signal, holds })) }),
  };
}
