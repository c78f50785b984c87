import type { Click, Item, Policy, TrackedEvent } from '@reftally/core';
import { priceReturn, type Returned } from './priceReturn.js';
import { type PastSale, rulePays } from './rulePays.js';

/**
 * What the whole system should come to, written for the reader and not for speed: every event ever kept is in one list, and each question
 * is answered by going through that list again. It shares no code with core: other data shapes, other arithmetic, another calendar.
 */
export class Reference {
  readonly kept: Kept[] = [];
  readonly rows = new Map<string, Record<string, number>>();
  readonly refused = new Map<string, number>();
  readonly entries: Booked[] = [];
  /** By sale, the last that somebody has said about it. */
  private readonly verdicts = new Map<string, string>();
  private readonly imported = new Set<string>();
  private readonly visits: { visitor: string; code: string; at: number; order: number }[] = [];
  private readonly seenIn: { partner: string; client: string }[] = [];
  private readonly followed: { client: string | undefined; partner: string; at: number }[] = [];
  private clicks: Click[] = [];
  /** As they were when the event came: its own touches are not compared with each other. */
  private clicksBefore: Click[] = [];

  constructor(
    readonly partners: Map<string, 'active' | 'paused'>,
    public policy: Policy,
    /** By what partners are known as customers. */
    private readonly persons: ReadonlyMap<string, Person> = new Map(),
  ) {}

  /** A partner has had its stats page open in a client. */
  saw(partner: string, client: string): void {
    this.seenIn.push({ partner, client });
  }

  record(event: TrackedEvent): Expected {
    const original = this.originalOf(event);
    if (original)
      return isConversion(original.event)
        ? { ...told(original), status: 'duplicate' }
        : { status: 'duplicate' };
    const reported = event.type === 'purchase' ? this.saleOf(event.orderId) : undefined;
    if (reported && event.type === 'purchase') return this.correct(reported, event);
    this.clicksBefore = this.clicks;
    const outcome =
      event.type === 'refund'
        ? this.refund(event)
        : event.type === 'click'
          ? this.click(event)
          : this.judge(event);
    const kept: Kept = { event, ...outcome, earned: this.earned(event, outcome.partner ?? '') };
    if (event.type === 'purchase')
      Object.assign(kept, {
        amount: event.amount,
        trust: event.trust,
        items: event.items,
        paysFrom: this.policy.paysFrom,
        isFirst: this.isFirst(event),
      });
    this.kept.push(kept);
    this.countReason(outcome);
    if (event.type === 'purchase') this.settle(kept);
    return told({ event, ...outcome });
  }

  /** The shop says whom it had before; whom a partner has brought, it has not. */
  import(customers: string[]): string[] {
    return customers.map((id) => {
      const isBrought = this.kept.some(
        ({ event, partner, corrects }) =>
          partner !== undefined && !corrects && 'customerId' in event && event.customerId === id,
      );
      if (isBrought || this.imported.has(id)) return 'known';
      this.imported.add(id);
      return 'new';
    });
  }

  private countReason({ status, reason }: Verdict): void {
    if (status === 'refused' && reason) this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
  }

  /** The refunds that came before their order get their verdict with it. */
  private settle(sale: Kept): void {
    if (sale.event.type !== 'purchase') return;
    for (const early of this.kept) {
      if (early.event.type !== 'refund' || early.reason !== 'waiting') continue;
      if (early.event.orderId !== sale.event.orderId) continue;
      const { status, partner, reason } = this.take(sale, early.event);
      Object.assign(early, { status, partner, reason });
      this.countReason(early);
    }
  }

  private saleOf(orderId: string): Kept | undefined {
    return this.kept.find(
      (k) => k.event.type === 'purchase' && k.event.orderId === orderId && k.corrects === undefined,
    );
  }

  /** Puts what was booked of the sale away, and books it as it is now known, on the day of the better report. */
  private correct(sale: Kept, event: Extract<TrackedEvent, { type: 'purchase' }>): Expected {
    const { amount: before = event.amount, earned: paid = 0, partner = '' } = sale;
    const returned = (sale.refunds ?? []).reduce((sum, part) => sum + part, 0);
    const now = event.amount;
    const isOther = now.currency !== before.currency;
    const problem =
      returned > 0 && (isOther || now.minor < returned)
        ? isOther
          ? 'currency-mismatch'
          : 'over-refund'
        : '';
    const verdict: Verdict = problem
      ? { status: 'refused', reason: problem, ...(partner && { partner }) }
      : { ...told(sale), status: sale.reason ? 'refused' : 'accepted' };
    this.kept.push({ event, ...verdict, corrects: sale });
    if (problem) {
      this.countReason(verdict);
      return told({ event, ...verdict });
    }
    const wasPaid = RANK.indexOf(sale.trust ?? '') >= RANK.indexOf(sale.paysFrom ?? '');
    const isMore = isOther || now.minor !== before.minor;
    const earned = isMore || !wasPaid ? this.earned(event, partner, sale) : paid;
    const share = (of: number, minor: number) => (returned === 0 ? 0 : Math.floor((of * returned) / minor));
    this.add(partner, event.at, before.currency, returned - before.minor);
    this.add(partner, event.at, now.currency, now.minor - returned);
    this.earn(partner, event.at, before.currency, share(paid, before.minor) - paid, sale.event);
    this.earn(partner, event.at, now.currency, earned - share(earned, now.minor), sale.event);
    Object.assign(sale, { amount: now, trust: event.trust, earned, items: event.items ?? sale.items });
    if (isMore || !wasPaid) sale.paysFrom = this.policy.paysFrom;
    return told({ event, ...verdict });
  }

  private originalOf(event: TrackedEvent): Kept | undefined {
    const sameId = this.kept.find((k) => k.event.id === event.id);
    if (sameId) return sameId;
    return this.kept.find(({ event: other, status, reason }) => {
      if (event.type === 'purchase' && other.type === 'purchase')
        return (
          event.orderId === other.orderId &&
          RANK.indexOf(event.trust) <= RANK.indexOf(this.saleOf(other.orderId)?.trust ?? '')
        );
      if (event.type === 'signup' && other.type === 'signup') return event.customerId === other.customerId;
      if (event.type === 'refund' && other.type === 'refund')
        return (
          event.refundId === other.refundId &&
          status === 'accepted' &&
          reason !== 'believed less' &&
          !(reason === 'waiting' && RANK.indexOf(event.trust) > RANK.indexOf(other.trust))
        );
      return false;
    });
  }

  private click(event: Extract<TrackedEvent, { type: 'click' }>): Verdict {
    const status = this.partners.get(event.code.toLowerCase());
    if (!status) return { status: 'refused', reason: 'unknown-code' };
    if (status === 'paused') return { status: 'refused', reason: 'paused' };
    const partner = event.code.toLowerCase();
    if (event.bot) {
      this.add(partner, event.at, 'uncounted', 1);
      return { status: 'refused', reason: 'bot' };
    }
    const counted = this.arrive(event, event.code, event.at);
    if (!counted) this.add(partner, event.at, 'uncounted', 1);
    this.followed.push({ client: event.client, partner, at: event.at });
    return counted
      ? { status: 'accepted', partner: event.code.toLowerCase() }
      : { status: 'refused', reason: 'repeat' };
  }

  private judge(event: Exclude<TrackedEvent, { type: 'refund' | 'click' }>): Verdict {
    const unstored = event.touches.filter(({ code, at }, index) => {
      const before = [
        ...this.visitsOf(event.visitor),
        ...(event.visitor ? [] : event.touches.slice(0, index)),
      ];
      const isSame = before.some((visit) => same(visit.code, code) && Math.abs(visit.at - at) <= HALF_HOUR);
      const counted = !isSame && this.arrive(event, code, at, index);
      if (!counted) this.countAgain(event, code, at);
      return !isSame && !event.visitor;
    });
    const ties = this.ties(event, unstored);
    const won = ties.find((tie) => tie.fault === undefined);
    const candidates = ties.map(
      (tie) =>
        `${tie.via}:${tie.code.toLowerCase()}=${tie.fault ?? (tie === won ? 'won' : this.lost(tie.via, won?.via))}`,
    );
    const verdict: Verdict = won
      ? { status: 'accepted', partner: won.partner, candidates }
      : ties[0]
        ? { status: 'refused', reason: ties[0].fault ?? '', candidates }
        : { status: 'accepted', candidates };
    if (won && (event.type === 'signup' || event.type === 'purchase')) {
      verdict.flags = this.suspicions(event, won.partner);
      if (verdict.flags.some((flag) => flag.endsWith(' hold'))) this.verdicts.set(idOf(event), 'open');
    }
    this.book(event, verdict);
    return verdict;
  }

  /** An arrival that is no click: seen at its landing page, and not behind a link that the same client has just followed. */
  private countAgain(event: TrackedEvent, code: string, at: number): void {
    const partner = code.toLowerCase();
    const isLanding = event.type === 'pageview' && Math.abs(event.at - at) < 100;
    if (!isLanding || this.partners.get(partner) !== 'active') return;
    const link = this.followed.find(
      (one) => event.client && one.client === event.client && one.partner === partner,
    );
    if (!link || Math.abs(link.at - at) > HALF_HOUR) this.add(partner, at, 'uncounted', 1);
  }

  /** `signal hold` or `signal flag`, of whoever is credited. */
  private suspicions(event: Conversion, partner: string): string[] {
    const { selfReferral = 'hold', velocity } = this.policy.fraud ?? {};
    const since = event.at - 86_400_000;
    const recent = this.kept.filter(
      (k) =>
        isConversion(k.event) &&
        !k.corrects &&
        k.partner === partner &&
        k.event.at > since &&
        k.event.at <= event.at,
    );
    const flags =
      selfReferral !== 'off' && this.isOwn(event, partner) ? [`self-referral ${selfReferral}`] : [];
    if (velocity && recent.length >= velocity.perDay) flags.push(`velocity ${velocity.action ?? 'hold'}`);
    return flags;
  }

  private isOwn(event: Conversion, partner: string): boolean {
    const { customerId, emailHash } = this.persons.get(partner) ?? {};
    const signup = this.kept.find(
      ({ event: k }) => k.type === 'signup' && k.customerId === event.customerId && event.customerId,
    )?.event;
    const source = event.type === 'signup' ? event : signup;
    const address = source?.type === 'signup' ? source.emailHash : undefined;
    return (
      (customerId !== undefined && event.customerId === customerId) ||
      (emailHash !== undefined && address === emailHash) ||
      this.seenIn.some((seen) => seen.partner === partner && seen.client === event.client)
    );
  }

  private visitsOf(visitor: string | undefined) {
    return this.visits.filter((visit) => visitor !== undefined && visit.visitor === visitor);
  }

  /** A visit with a code: remembered for the visitor; true when it counts as a click. */
  private arrive(event: TrackedEvent, code: string, at: number, order = 0): boolean {
    const partner = code.toLowerCase();
    const isActive = this.partners.get(partner) === 'active';
    const isNewVisitor =
      event.visitor !== undefined && !this.visitsOf(event.visitor).some((visit) => same(visit.code, code));
    if (event.visitor)
      this.visits.push({ visitor: event.visitor, code, at, order: this.visits.length + order / 100 });
    if (!isActive) return false;
    if (isNewVisitor) this.add(partner, at, 'visitors', 1);
    const counted = this.isNewClick(event, partner, at);
    if (counted) this.add(partner, at, 'clicks', 1);
    return counted;
  }

  private isNewClick({ client, visitor }: TrackedEvent, code: string, at: number): boolean {
    if (!client) return visitor !== undefined;
    const recent = this.clicksBefore.find((click) => click.client === client && click.code === code);
    const isNear = recent && Math.abs(recent.at - at) <= HALF_HOUR;
    if (isNear && visitor === undefined) return false;
    if (isNear && !recent.matched) {
      this.remember({ ...recent, matched: true });
      return false;
    }
    this.remember({ client, code, at, matched: visitor !== undefined });
    return true;
  }

  /** Only the latest click of a client with a code is remembered. */
  private remember(click: Click): void {
    const known = this.clicks.find(({ client, code }) => client === click.client && code === click.code);
    if (!known || known.at <= click.at)
      this.clicks = [...this.clicks.filter((other) => other !== known), click];
  }

  private ties(
    event: Exclude<TrackedEvent, { type: 'refund' | 'click' }>,
    unstored: { code: string; at: number }[],
  ): Tie[] {
    const { policy } = this;
    const fault = (code: string) => {
      const status = this.partners.get(code.toLowerCase());
      return status === undefined ? 'unknown-code' : status === 'paused' ? 'paused' : undefined;
    };
    const isRefused = (partner: string) =>
      policy.fraud?.selfReferral === 'refuse' &&
      (event.type === 'signup' || event.type === 'purchase') &&
      this.isOwn(event, partner);
    const tie = (via: Tie['via'], code: string, why = fault(code)): Tie => ({
      via,
      code,
      partner: code.toLowerCase(),
      fault: why ?? (isRefused(code.toLowerCase()) ? 'self-referral' : undefined),
    });
    const byVia: Record<string, Tie[]> = { coupon: [], customer: [], touch: [] };
    if ('coupon' in event && event.coupon && this.partners.has(event.coupon.toLowerCase()))
      byVia.coupon?.push(tie('coupon', event.coupon));
    const customer = 'customerId' in event ? event.customerId : undefined;
    const signup = this.kept.find((k) => k.event.type === 'signup' && k.event.customerId === customer);
    const isOld =
      customer !== undefined &&
      (this.imported.has(customer) ||
        (policy.newCustomersOnly &&
          (signup?.partner !== undefined || !this.isFirst({ customerId: customer }))));
    if (signup?.partner) byVia.customer?.push(tie('customer', signup.partner));
    const stored = this.visitsOf(event.visitor).map((visit) => ({ ...visit }));
    const visits = [...stored, ...unstored.map((visit, order) => ({ ...visit, order }))];
    visits.sort((a, b) => (a.at === b.at ? a.order - b.order : a.at - b.at));
    for (const visit of visits) visit.at = this.remembered(event, visit);
    visits.sort((a, b) => a.at - b.at);
    if (policy.model === 'last') visits.reverse();
    for (const { code, at } of visits) {
      const age = event.at - at;
      const late =
        age < 0 ? 'after-conversion' : age > policy.windowDays * 86_400_000 ? 'expired' : undefined;
      byVia.touch?.push(tie('touch', code, fault(code) ?? late));
    }
    const ties = policy.precedence.flatMap((via) => byVia[via] ?? []);
    for (const one of ties) if (isOld && one.partner !== signup?.partner) one.fault ??= 'existing-customer';
    return ties;
  }

  /** A visit that seems to follow the event, though the event remembers it, is put where the event remembers it last. */
  private remembered(event: TrackedEvent, { code, at }: { code: string; at: number }): number {
    if (event.at >= at) return at;
    const moments = event.touches
      .filter((touch) => same(touch.code, code) && at - touch.at <= HALF_HOUR && touch.at <= event.at)
      .map((touch) => touch.at)
      .sort((a, b) => b - a);
    return moments[0] ?? at;
  }

  private lost(via: string, winner: string | undefined): string {
    return via !== winner ? 'lower-precedence' : this.policy.model === 'last' ? 'not-last' : 'not-first';
  }

  private book(event: TrackedEvent, { partner = '' }: Verdict): void {
    if (event.type === 'pageview') this.add(partner, event.at, 'pageviews', 1);
    if (event.type === 'signup') this.add(partner, event.at, 'signups', 1);
    if (event.type !== 'purchase') return;
    this.add(partner, event.at, 'purchases', 1);
    this.add(partner, event.at, event.amount.currency, event.amount.minor);
    this.earn(partner, event.at, event.amount.currency, this.earned(event, partner), event);
  }

  /** What a purchase earns; one that corrects `sale` is priced as that sale, with another amount and trust. */
  private earned(event: TrackedEvent, partner: string, sale?: Kept): number {
    const rule = this.policy.commission[0];
    if (event.type !== 'purchase' || !partner || !rule?.percent) return 0;
    if (RANK.indexOf(event.trust) < RANK.indexOf(this.policy.paysFrom)) return 0;
    const counted = (other: Kept) => other !== sale && this.verdicts.get(idOf(other.event)) !== 'rejected';
    const others = this.kept.filter(counted).flatMap(pastSale);
    const [own] = pastSale({
      ...(sale ?? { event, status: 'accepted' }),
      partner,
      amount: event.amount,
      refunds: [],
    });
    return own ? rulePays(rule, own, others, sale ? sale.isFirst === true : this.isFirst(event)) : 0;
  }

  /** Whether the customer has no other order that was not wholly returned; who is not named is always new. */
  private isFirst({ customerId }: { customerId?: string }): boolean {
    const own = this.kept.flatMap(pastSale).filter((sale) => sale.customerId === customerId);
    return (
      customerId === undefined || own.every(({ amount, returned }) => returned > 0 && returned === amount)
    );
  }

  /** Nothing is booked of a sale that is rejected. */
  private earn(partner: string, at: number, currency: string, minor: number, sold: TrackedEvent): void {
    const sale = idOf(sold);
    const payableAt = sold.at + this.policy.holdDays * 86_400_000;
    if (minor === 0 || this.verdicts.get(sale) === 'rejected') return;
    this.entries.push({ partner, day: dayInKathmandu(at), currency, minor, payableAt, sale });
  }

  /** All signups and sales, credited or not. */
  reviewable(): { id: string }[] {
    return this.kept
      .filter(({ event, corrects }) => isConversion(event) && corrects === undefined)
      .map(({ event }) => ({ id: idOf(event) }));
  }

  holds(sale: string): boolean {
    return ['open', 'held'].includes(this.verdicts.get(sale) ?? '');
  }

  /** Whether it can be; then the sale is unbooked or booked again, as it is known by now. */
  review(id: string, verdict: string, at: number): boolean {
    const sale = this.kept.find(({ event, corrects }) => idOf(event) === id && corrects === undefined);
    const before = this.verdicts.get(id) ?? 'nothing';
    if (!sale?.partner || !CAN_FOLLOW[before]?.includes(verdict)) return false;
    if (verdict === 'rejected')
      for (const [currency, minor] of this.bookedOf(id))
        this.earn(sale.partner, at, currency, -minor, sale.event);
    this.verdicts.set(id, verdict);
    if (before === 'rejected' && sale.amount) {
      const { earned = 0, refunds = [], amount } = sale;
      const returned = refunds.reduce((sum, part) => sum + part, 0);
      const back = returned === 0 ? 0 : Math.floor((earned * returned) / amount.minor);
      this.earn(sale.partner, at, amount.currency, earned - back, sale.event);
    }
    return true;
  }

  private bookedOf(sale: string): Map<string, number> {
    const sums = new Map<string, number>();
    for (const entry of this.entries.filter((one) => one.sale === sale))
      sums.set(entry.currency, (sums.get(entry.currency) ?? 0) + entry.minor);
    return sums;
  }

  private refund(event: Extract<TrackedEvent, { type: 'refund' }>): Verdict {
    const sale = this.saleOf(event.orderId);
    const verdict: Verdict = sale ? this.take(sale, event) : { status: 'accepted', reason: 'waiting' };
    if (verdict.status === 'accepted')
      for (const early of this.kept)
        if (
          early.event.type === 'refund' &&
          early.event.refundId === event.refundId &&
          early.reason === 'waiting'
        )
          early.reason = 'believed less';
    return verdict;
  }

  private take(sale: Kept, event: Extract<TrackedEvent, { type: 'refund' }>): Verdict {
    if (sale.event.type !== 'purchase') throw new Error('only a purchase can be refunded');
    if (event.trust !== 'server' && RANK.indexOf(event.trust) < RANK.indexOf(sale.trust ?? ''))
      return { status: 'refused', reason: 'untrusted' };
    const { amount = sale.event.amount } = sale;
    if (event.amount && event.amount.currency !== amount.currency)
      return { status: 'refused', reason: 'currency-mismatch' };
    const before = sale.refunds?.reduce((sum, part) => sum + part, 0) ?? 0;
    if (amount.minor === before) return { status: 'refused', reason: 'over-refund' };
    const lines = event.items && priceReturn(event.items, amount.minor, sale.items, sale.returns);
    if (lines?.problem) return { status: 'refused', reason: lines.problem };
    const minor = lines?.minor ?? event.amount?.minor ?? amount.minor - before;
    if (before + minor > amount.minor) return { status: 'refused', reason: 'over-refund' };
    if (lines) sale.returns = lines.returns;
    sale.refunds = [...(sale.refunds ?? []), minor];
    const partner = sale.partner ?? '';
    this.add(partner, event.at, 'refunds', 1);
    this.add(partner, event.at, amount.currency, -minor);
    const earned = sale.earned ?? 0;
    const share = (refunded: number) => Math.floor((earned * refunded) / amount.minor);
    this.earn(partner, event.at, amount.currency, share(before) - share(before + minor), sale.event);
    return { status: 'accepted', ...(partner && { partner }) };
  }

  private add(partner: string, at: number, what: string, by: number): void {
    const key = `${partner} ${dayInKathmandu(at)}`;
    const row = this.rows.get(key) ?? {};
    row[what] = (row[what] ?? 0) + by;
    this.rows.set(key, row);
  }
}

const HALF_HOUR = 1_800_000;
const RANK = ['browser', 'signed', 'server', 'reconciled'];

/** What can be said after what. */
const CAN_FOLLOW: Record<string, string[]> = {
  nothing: ['held', 'rejected'],
  open: ['approved', 'held', 'rejected'],
  held: ['approved', 'rejected'],
  approved: ['held', 'rejected'],
  rejected: ['approved'],
};

type Booked = {
  partner: string;
  day: string;
  currency: string;
  minor: number;
  payableAt: number;
  sale: string;
};
type Verdict = {
  status: 'accepted' | 'refused';
  partner?: string;
  reason?: string;
  candidates?: string[];
  flags?: string[];
};
type Conversion = Extract<TrackedEvent, { type: 'signup' | 'purchase' }>;
type Kept = Verdict & {
  event: TrackedEvent;
  refunds?: number[];
  earned?: number;
  /** Of a sale: what is believed of it now, and what paid when it was last priced. */
  amount?: Extract<TrackedEvent, { type: 'purchase' }>['amount'];
  trust?: string;
  paysFrom?: string;
  isFirst?: boolean;
  items?: Item[] | undefined;
  /** What has come back line by line. */
  returns?: Returned[];
  corrects?: Kept;
};
type Tie = { via: 'coupon' | 'customer' | 'touch'; code: string; partner: string; fault: string | undefined };

/** By what a partner is known as a customer: the shop's id, and the hash of the address. */
export type Person = { customerId?: string; emailHash?: string };

/** What the sender should be told. */
export type Expected = { status: 'accepted' | 'refused' | 'duplicate'; partner?: string; reason?: string };

/** Of the conversion that an event has become. */
function idOf(event: TrackedEvent): string {
  return 'uid' in event ? event.uid : '';
}

/** Only a duplicate of a conversion is told what the original was. */
function isConversion({ type }: TrackedEvent): boolean {
  return type === 'signup' || type === 'purchase';
}

/** A kept sale in the shape of `rulePays`; nothing of what is none. */
function pastSale({ event, partner = '', amount, refunds = [], earned = 0, corrects }: Kept): PastSale[] {
  if (event.type !== 'purchase' || corrects) return [];
  const { currency, minor } = amount ?? event.amount;
  const returned = refunds.reduce((sum, part) => sum + part, 0);
  const { customerId } = event;
  return [{ partner, customerId, day: dayInKathmandu(event.at), currency, amount: minor, returned, earned }];
}

function told({ status, partner, reason }: Kept): Expected {
  return { status, ...(partner && { partner }), ...(reason && { reason }) };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** UTC + 5:45 all year round. */
function dayInKathmandu(at: number): string {
  return new Date(at + (5 * 60 + 45) * 60_000).toISOString().slice(0, 10);
}
