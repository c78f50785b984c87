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
import type { Adjustment } from '../Adjustment.js';
import type { ConversionsQuery } from '../ConversionsQuery.js';
import type { CustomersImport } from '../CustomersImport.js';
import { runReplay } from '../file/runReplay.js';
import type { Health } from '../Health.js';
import type { LedgerQuery } from '../LedgerQuery.js';
import type { Page, PageQuery } from '../Page.js';
import type { Recorded } from '../Recorded.js';
import type { ReplayQuery } from '../ReplayQuery.js';
import type { ReplayWatch } from '../ReplayWatch.js';
import type { ReviewCounts, ReviewsQuery } from '../ReviewsQuery.js';
import type { Store } from '../Store.js';
import type { StoredConversion } from '../StoredConversion.js';
import type { Taken } from '../Taken.js';
import type { Token } from '../Token.js';
import type { Totals } from '../Totals.js';
import type { TotalsQuery } from '../TotalsQuery.js';
import type { TrustTotals } from '../TrustTotals.js';
import type { Connections } from './connect.js';
import { importExisting } from './ledger/importExisting.js';
import { PostgresLedger } from './ledger/PostgresLedger.js';
import { reviewConversion } from './ledger/reviewConversion.js';
import { sawClient } from './ledger/sawClient.js';
import { SharedCounts } from './limits/SharedCounts.js';
import { lists } from './lists/lists.js';
import { readBodies } from './lists/readBodies.js';
import { readChain } from './lists/readChain.js';
import { readConversion } from './lists/readConversion.js';
import { readConversions } from './lists/readConversions.js';
import { readLedger } from './lists/readLedger.js';
import { readLinksByCode } from './lists/readLinksByCode.js';
import { readPartner } from './lists/readPartner.js';
import { readPayout } from './lists/readPayout.js';
import { readReviews } from './lists/readReviews.js';
import { readWaiting } from './lists/readWaiting.js';
import { OpenDatabase } from './OpenDatabase.js';
import { openMigrated } from './openMigrated.js';
import type { PostgresOptions } from './PostgresOptions.js';
import { PostgresRecorder } from './record/PostgresRecorder.js';
import { refuseHalfCopiedDatabase } from './refuseHalfCopiedDatabase.js';
import type { FactsJob } from './replay/FactsJob.js';
import { addLink } from './setup/addLink.js';
import { addPartner } from './setup/addPartner.js';
import { addSite } from './setup/addSite.js';
import { addToken } from './setup/addToken.js';
import { readToken } from './setup/readToken.js';
import { Sites } from './setup/Sites.js';
import { takeToken } from './setup/takeToken.js';
import { updatePartner } from './setup/updatePartner.js';
import { updateSite } from './setup/updateSite.js';
import { readTotals } from './totals/readTotals.js';
import { readTrustTotals } from './totals/readTrustTotals.js';
import { Upkeep } from './upkeep/Upkeep.js';

type ListQuery = PageQuery & { site: string };

/**
 * The store of many machines: any number of collectors on one PostgreSQL database. Every method is one call into a file of its own; what a
 * call resolves to is committed by then, and holds whoever races on whichever machine.
 */
export class PostgresStore implements Store {
  readonly #database: OpenDatabase;
  readonly #sites: Sites;
  readonly #recorder: PostgresRecorder;
  readonly #ledger: PostgresLedger;
  readonly #limits: SharedCounts;
  readonly #url: string;
  readonly #retentionDays: number;
  readonly #upkeep: Upkeep;

  private constructor(
    connections: Connections,
    { url, warn, retentionDays = 0 }: PostgresOptions,
    upkeep: Upkeep,
    slot: number,
  ) {
    this.#upkeep = upkeep;
    this.#database = new OpenDatabase(connections, warn);
    this.#sites = new Sites(connections);
    this.#recorder = new PostgresRecorder(connections, {
      slot,
      retentionDays,
      counted: () => upkeep.counted(),
    });
    this.#ledger = new PostgresLedger(connections);
    this.#limits = new SharedCounts(connections);
    this.#url = url;
    this.#retentionDays = retentionDays;
  }

  /** Connects, and brings the schema up to date; rejects with a `StartError`. */
  static open(options: PostgresOptions): Promise<PostgresStore> {
    return openMigrated(options.url, async (connections) => {
      await refuseHalfCopiedDatabase(connections);
      const upkeep = new Upkeep(connections, { clock: Date.now, retentionDays: 0, ...options });
      return new PostgresStore(connections, options, upkeep, await upkeep.start());
    });
  }

  record(site: string, events: readonly TrackedEvent[], now: number): Promise<Recorded[]> {
    return this.#database.call(() => this.#recorder.record(site, events, now));
  }

  addSite(site: Site): Promise<void> {
    return this.#database.call((connections) => addSite(connections, site));
  }

  updateSite(id: string, change: (site: Site) => Site): Promise<Site> {
    const forget = () => this.#sites.forget();
    return this.#database.call((connections) => updateSite(connections, id, change).finally(forget));
  }

  site(id: string): Promise<Site | undefined> {
    return this.#database.call(() => this.#sites.find('id', id));
  }

  siteByPublicKey(key: string): Promise<Site | undefined> {
    return this.#database.call(() => this.#sites.find('publicKey', key));
  }

  siteBySecretHash(hash: string): Promise<Site | undefined> {
    return this.#database.call(() => this.#sites.find('secretHash', hash));
  }

  sites(query: PageQuery): Promise<Page<Site>> {
    return this.#database.call((connections) => readBodies(connections, lists.sites, [], query));
  }

  addPartner(partner: Partner, link: Link): Promise<void> {
    return this.#database.call((connections) => addPartner(connections, partner, link));
  }

  updatePartner(id: string, change: (partner: Partner) => Partner): Promise<Partner> {
    return this.#database.call((connections) => updatePartner(connections, id, change));
  }

  partner(id: string): Promise<Partner | undefined> {
    return this.#database.call((connections) => readPartner(connections, id));
  }

  partners(query: ListQuery): Promise<Page<Partner>> {
    return this.#read(query.site, (connections) =>
      readBodies(connections, lists.partners, [query.site], query),
    );
  }

  sawPartner(partner: string, client: string, now: number): Promise<void> {
    return this.#database.call((connections) => sawClient(connections, partner, client, now));
  }

  addLink(link: Link): Promise<void> {
    return this.#database.call((connections) => addLink(connections, link));
  }

  links(query: ListQuery & { partner?: string }): Promise<Page<Link>> {
    const { site, partner } = query;
    return this.#read(site, (connections) =>
      partner === undefined
        ? readBodies(connections, lists.links, [site], query)
        : readBodies(connections, lists.linksOfPartner, [site, partner], query),
    );
  }

  linksByCode(code: string): Promise<Link[]> {
    return this.#database.call((connections) => readLinksByCode(connections, code));
  }

  importCustomers(customers: CustomersImport, now: number): Promise<('new' | 'known')[]> {
    return this.#database.call((connections) => importExisting(connections, customers, now));
  }

  existingCustomers(query: ListQuery): Promise<Page<ExistingCustomer>> {
    return this.#read(query.site, (connections) =>
      readBodies(connections, lists.existing, [query.site], query),
    );
  }

  addToken(token: Token): Promise<void> {
    return this.#database.call((connections) => addToken(connections, token));
  }

  token(kind: Token['kind'], hash: string, now: number): Promise<Token | undefined> {
    return this.#database.call((connections) => readToken(connections, kind, hash, now));
  }

  takeToken(kind: Token['kind'], hash: string, now: number): Promise<Token | undefined> {
    return this.#database.call((connections) => takeToken(connections, kind, hash, now));
  }

  conversion(id: string): Promise<{ site: string; stored: StoredConversion } | undefined> {
    return this.#database.call((connections) => readConversion(connections, id));
  }

  conversions(query: ConversionsQuery): Promise<Page<StoredConversion>> {
    return this.#read(query.site, (connections, site) => readConversions(connections, site, query));
  }

  review(
    site: string,
    conversion: string,
    review: Omit<Review, 'at'>,
    now: number,
  ): Promise<{ stored: StoredConversion; isNew: boolean }> {
    return this.#database.call((connections) => reviewConversion(connections, site, conversion, review, now));
  }

  reviews(query: ReviewsQuery): Promise<Page<StoredConversion> & { counts: ReviewCounts }> {
    return this.#read(query.site, (connections) => readReviews(connections, query));
  }

  waitingRefunds(query: ListQuery): Promise<Page<Refund> & { count: number }> {
    return this.#read(query.site, (connections) => readWaiting(connections, query));
  }

  totals(query: TotalsQuery): Promise<Totals> {
    return this.#read(query.site, (connections) => readTotals(connections, query));
  }

  trustTotals(query: Omit<TotalsQuery, 'now'>): Promise<TrustTotals> {
    return this.#read(query.site, (connections) => readTrustTotals(connections, query));
  }

  ledger(query: LedgerQuery): Promise<Page<ChainedEntry>> {
    return this.#read(query.site, (connections) => readLedger(connections, query));
  }

  chain(partner: string): Promise<readonly ChainedEntry[]> {
    return this.#database.call((connections) => readChain(connections, partner));
  }

  adjust(adjustment: Adjustment, now: number): Promise<{ entry: ChainedEntry; isNew: boolean }> {
    return this.#database.call(() => this.#ledger.adjust(adjustment, now));
  }

  previewPayout(site: string, terms: PayoutTerms, now: number): Promise<PayoutLine[]> {
    return this.#database.call(() => this.#ledger.preview(site, terms, now));
  }

  createPayout(
    site: string,
    id: string,
    terms: PayoutTerms,
    now: number,
  ): Promise<{ payout: Payout; isNew: boolean }> {
    return this.#database.call(() => this.#ledger.create(site, id, terms, now));
  }

  changePayout(site: string, id: string, change: PayoutChange, now: number): Promise<Payout> {
    return this.#database.call(() => this.#ledger.change(site, id, change, now));
  }

  payout(site: string, id: string): Promise<Payout | undefined> {
    return this.#read(site, (connections) => readPayout(connections, site, id));
  }

  payouts(query: ListQuery & { partner?: string }): Promise<Page<Payout>> {
    const { site, partner } = query;
    return this.#read(site, (connections) =>
      partner === undefined
        ? readBodies(connections, lists.payouts, [site], query)
        : readBodies(connections, lists.payoutsOfPartner, [site, partner], query),
    );
  }

  replay(query: ReplayQuery, watch: ReplayWatch = {}): Promise<ReplayReport> {
    const program = new URL('./replay/replayWorker.js', import.meta.url);
    const job: FactsJob = { url: this.#url, query, retentionDays: this.#retentionDays };
    return this.#read(query.site, () => runReplay(program, job, watch));
  }

  shareTaken(taken: readonly Taken[], minute: number): Promise<number[]> {
    return this.#database.call(() => this.#limits.share(taken, minute));
  }

  health(): Health {
    return this.#database.health();
  }

  close(): Promise<void> {
    return this.#database.close(() => this.#upkeep.stop());
  }

  /** Of a site; rejects with a `NotFoundError` when there is none. */
  #read<T>(site: string, work: (connections: Connections, site: Site) => Promise<T>): Promise<T> {
    return this.#database.call(async (connections) => work(connections, await this.#sites.get(site)));
  }
}
