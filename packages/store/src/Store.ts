import type {
  ChainedEntry,
  ExistingCustomer,
  Link,
  Partner,
  Payout,
  PayoutChange,
  PayoutLine,
  PayoutTerms,
  Refund,
  ReplayReport,
  Review,
  Site,
  TrackedEvent,
} from '@reftally/core';
import type { Adjustment } from './Adjustment.js';
import type { ConversionsQuery } from './ConversionsQuery.js';
import type { CustomersImport } from './CustomersImport.js';
import type { Health } from './Health.js';
import type { LedgerQuery } from './LedgerQuery.js';
import type { Page, PageQuery } from './Page.js';
import type { Recorded } from './Recorded.js';
import type { ReplayQuery } from './ReplayQuery.js';
import type { ReplayWatch } from './ReplayWatch.js';
import type { ReviewCounts, ReviewsQuery } from './ReviewsQuery.js';
import type { StoredConversion } from './StoredConversion.js';
import type { Taken } from './Taken.js';
import type { Token } from './Token.js';
import type { Totals } from './Totals.js';
import type { TotalsQuery } from './TotalsQuery.js';
import type { TrustTotals } from './TrustTotals.js';

/**
 * The contract of every store; one suite (`test/contract`) runs against each driver.
 *
 * A resolved write is durable, and so is everything that a resolved read shows. Writes reject with `UnavailableError` when nothing can be
 * written, `ConflictError` when a unique key is taken, `NotFoundError` when what they change does not exist. Reads of a site's lists and
 * totals reject with `NotFoundError` when there is no such site, and lists with `CursorError` on a `cursor` that no page has given; a store
 * that cannot show anything durable rejects reads with `UnavailableError` too.
 */
export interface Store {
  /**
   * Decides and commits events of one site, in their order; resolves to one row per event when all are durable. Loads what bears on each
   * event, calls `decide`, commits the outcome atomically. `now` in ms. Exactly once per event id, order, signup and refund, whoever races.
   */
  record(site: string, events: readonly TrackedEvent[], now: number): Promise<Recorded[]>;

  /** Conflicts on the id and the public key. */
  addSite(site: Site): Promise<void>;
  /** Changes a site atomically and resolves to what it has become; its id and time of creation stay. Conflicts on the public key. */
  updateSite(id: string, change: (site: Site) => Site): Promise<Site>;
  site(id: string): Promise<Site | undefined>;
  siteByPublicKey(key: string): Promise<Site | undefined>;
  siteBySecretHash(hash: string): Promise<Site | undefined>;
  sites(query: PageQuery): Promise<Page<Site>>;

  /** A partner and its first link, together. Conflicts on the partner's id and on the code within the site (case does not matter). */
  addPartner(partner: Partner, link: Link): Promise<void>;
  /** The same of a partner; its id, site and time of creation stay. */
  updatePartner(id: string, change: (partner: Partner) => Partner): Promise<Partner>;
  partner(id: string): Promise<Partner | undefined>;
  /** Oldest first. */
  partners(query: PageQuery & { site: string }): Promise<Page<Partner>>;

  /**
   * A partner has used its pages in a client (salted daily hash of address and browser): a conversion of the same client is its own. Kept
   * for as long as such a hash can come again, and not at all where the site's policy does not look.
   */
  sawPartner(partner: string, client: string, now: number): Promise<void>;

  /** Conflicts on the code within the site; the partner must be one of the link's site. */
  addLink(link: Link): Promise<void>;
  /** Oldest first. */
  links(query: PageQuery & { site: string; partner?: string }): Promise<Page<Link>>;
  /** The links with this code on any site: codes are unique within a site only. */
  linksByCode(code: string): Promise<Link[]>;

  /**
   * Says of customers that the shop had them before: nobody is credited for them from now on. Resolves to a word for each, in their order: `known`
   * who was imported before, or whom a partner has brought (that stays), `new` for the rest. `now` in ms.
   */
  importCustomers(customers: CustomersImport, now: number): Promise<('new' | 'known')[]>;
  /** Those that were imported, oldest import first. */
  existingCustomers(query: PageQuery & { site: string }): Promise<Page<ExistingCustomer>>;

  addToken(token: Token): Promise<void>;
  /** The token, unless it is unknown or expired. */
  token(kind: Token['kind'], hash: string, now: number): Promise<Token | undefined>;
  /** The same, and nobody gets it again: of any number of parallel calls one resolves to the token. */
  takeToken(kind: Token['kind'], hash: string, now: number): Promise<Token | undefined>;

  conversion(id: string): Promise<{ site: string; stored: StoredConversion } | undefined>;
  conversions(query: ConversionsQuery): Promise<Page<StoredConversion>>;
  /**
   * Reviews a conversion, atomically with what that changes in the ledger, and resolves to what it has become. The same review again under its
   * id changes nothing. Conflicts on another one under a known id, and when `decideReview` says that it cannot be: of parallel calls one wins.
   */
  review(
    site: string,
    conversion: string,
    review: Omit<Review, 'at'>,
    now: number,
  ): Promise<{ stored: StoredConversion; isNew: boolean }>;
  /** Conversions by how their review stands; `counts` are of all pages and states. */
  reviews(query: ReviewsQuery): Promise<Page<StoredConversion> & { counts: ReviewCounts }>;
  /** Refunds whose orders have not been reported yet, oldest first; `count` is that of all pages. */
  waitingRefunds(query: PageQuery & { site: string }): Promise<Page<Refund> & { count: number }>;
  totals(query: TotalsQuery): Promise<Totals>;
  /** How far the purchases of the same totals are believed now. */
  trustTotals(query: Omit<TotalsQuery, 'now'>): Promise<TrustTotals>;

  /** Lines of the ledger, each partner's a chain: see `ChainedEntry`. */
  ledger(query: LedgerQuery): Promise<Page<ChainedEntry>>;
  /** A partner's whole chain, oldest first. */
  chain(partner: string): Promise<readonly ChainedEntry[]>;
  /** Adds an entry by hand; the same adjustment again resolves to the entry there is, another one with its id is a conflict. */
  adjust(adjustment: Adjustment, now: number): Promise<{ entry: ChainedEntry; isNew: boolean }>;

  /** What a payout on these terms would pay now. */
  previewPayout(site: string, terms: PayoutTerms, now: number): Promise<PayoutLine[]>;
  /**
   * Makes a payout of everything payable on these terms, atomically with its ledger entries: no balance is paid twice, whoever races.
   * The same terms under the same id resolve to the payout there is. Conflicts on other terms under a known id, and when nothing is payable.
   */
  createPayout(
    site: string,
    id: string,
    terms: PayoutTerms,
    now: number,
  ): Promise<{ payout: Payout; isNew: boolean }>;
  /** Resolves to the payout as it is then. Conflicts when `changePayout` says that it cannot be. */
  changePayout(site: string, id: string, change: PayoutChange, now: number): Promise<Payout>;
  payout(site: string, id: string): Promise<Payout | undefined>;
  /** Oldest first; of a partner those that pay it. */
  payouts(query: PageQuery & { site: string; partner?: string }): Promise<Page<Payout>>;

  /**
   * Decides a site's whole history again as if another policy had held, and resolves to how that differs; changes nothing. Takes as long as
   * reading the history does; meanwhile the store works as ever. Rejects with the signal's reason when it aborts.
   */
  replay(query: ReplayQuery, watch?: ReplayWatch): Promise<ReplayReport>;

  /**
   * Tells what this process has taken of rate limits in a minute of the clock (minutes since 1970), each key once, and resolves to what all others have
   * that tell the same store, in the same order; telling it again changes nothing. Absent where no other process can have the store open.
   */
  shareTaken?(taken: readonly Taken[], minute: number): Promise<number[]>;

  /** Cheap: no I/O. */
  health(): Health;
  /** Finishes what was accepted, then releases the folder or the connections. */
  close(): Promise<void>;
}
