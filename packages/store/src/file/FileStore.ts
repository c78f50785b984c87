import {
  type ChainedEntry,
  codeKey,
  decide,
  type ExistingCustomer,
  type Forgotten,
  type Link,
  offerToTell,
  type Partner,
  type Payout,
  type PayoutChange,
  type PayoutLine,
  type PayoutTerms,
  type Refund,
  type ReplayReport,
  type Review,
  type Site,
  type TrackedEvent,
} from '@reftally/core';
import type { Adjustment } from '../Adjustment.js';
import { ConflictError } from '../ConflictError.js';
import type { ConversionsQuery } from '../ConversionsQuery.js';
import type { CustomersImport } from '../CustomersImport.js';
import type { Health } from '../Health.js';
import type { LedgerQuery } from '../LedgerQuery.js';
import { NotFoundError } from '../NotFoundError.js';
import type { Page, PageQuery } from '../Page.js';
import type { Recorded } from '../Recorded.js';
import type { ReplayQuery } from '../ReplayQuery.js';
import type { ReplayWatch } from '../ReplayWatch.js';
import type { ReviewCounts, ReviewsQuery } from '../ReviewsQuery.js';
import type { Store } from '../Store.js';
import type { StoredConversion } from '../StoredConversion.js';
import type { Token } from '../Token.js';
import type { Totals } from '../Totals.js';
import type { TotalsQuery } from '../TotalsQuery.js';
import type { TrustTotals } from '../TrustTotals.js';
import { chainEntries } from './chainEntries.js';
import { comparePlaces } from './comparePlaces.js';
import { conversionsPage } from './conversionsPage.js';
import { FileLedger } from './FileLedger.js';
import type { FileStoreOptions } from './FileStoreOptions.js';
import { FolderKeeper } from './FolderKeeper.js';
import { forgottenAt } from './forgottenAt.js';
import { ledgerPage } from './ledgerPage.js';
import { newAmong } from './newAmong.js';
import type { OpenFolder } from './OpenFolder.js';
import { pageOf } from './pageOf.js';
import { placeOf } from './placeOf.js';
import type { ReplayJob } from './ReplayJob.js';
import { reviewFactOf } from './reviewFactOf.js';
import { runReplay } from './runReplay.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';
import { totalsOf } from './totalsOf.js';
import { trustTotalsOf } from './trustTotalsOf.js';
import { workingSetOf } from './workingSetOf.js';

/**
 * The store of one machine: a folder with an event log, which is the truth, and the state folded from it, in memory and in db.json.
 * Every decision is made and folded in one go of the event loop, so that no two can race; what a call resolves to is durable by then.
 * After a failed write all calls, reads included, reject with `UnavailableError` until the folder has been opened again by itself.
 */
export class FileStore implements Store {
  readonly #keeper: FolderKeeper;

  private constructor(keeper: FolderKeeper) {
    this.#keeper = keeper;
  }

  /** Opens a folder for this process alone; rejects with a `StartError`. */
  static async open(options: FileStoreOptions): Promise<FileStore> {
    return new FileStore(await FolderKeeper.open(options));
  }

  /** Not async: what waits for the disk must not hold the events, and an async function that returns a promise waits for it three times. */
  record(siteId: string, events: readonly TrackedEvent[], now: number): Promise<Recorded[]> {
    try {
      const folder = this.#keeper.current;
      const site = siteOf(folder.state, siteId);
      folder.passTime(now);
      const forgotten = forgottenAt(site, this.#keeper.retentionDays, now);
      const recorded = events.map((event) => recordOne(folder, site, event, now, forgotten));
      return folder.settled().then(() => recorded);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async addSite(site: Site): Promise<void> {
    const folder = this.#keeper.current;
    if (folder.state.sites.has(site.id))
      throw new ConflictError(`A site with the id ${site.id} is there already`);
    checkPublicKey(folder.state, site);
    await folder.commitSetup({ site });
  }

  async updateSite(id: string, change: (site: Site) => Site): Promise<Site> {
    const folder = this.#keeper.current;
    const { site } = siteOf(folder.state, id);
    const { createdAt } = site;
    const changed = { ...change(structuredClone(site)), id, createdAt };
    checkPublicKey(folder.state, changed);
    await folder.commitSetup({ site: changed });
    return changed;
  }

  site(id: string): Promise<Site | undefined> {
    return this.#readSetup(({ sites }) => sites.get(id)?.site);
  }

  siteByPublicKey(key: string): Promise<Site | undefined> {
    return this.#readSetup(({ sites, publicKeys }) => sites.get(publicKeys.get(key) ?? '')?.site);
  }

  siteBySecretHash(hash: string): Promise<Site | undefined> {
    return this.#readSetup(({ sites, secretHashes }) => sites.get(secretHashes.get(hash) ?? '')?.site);
  }

  sites(query: PageQuery): Promise<Page<Site>> {
    return this.#readSetup(({ sites }) => {
      const list = [...sites.values()].map(({ site }) => site);
      list.sort((a, b) => comparePlaces(placeOf.site(a), placeOf.site(b)));
      return pageOf(list, query, placeOf.site);
    });
  }

  async addPartner(partner: Partner, link: Link): Promise<void> {
    const folder = this.#keeper.current;
    const site = siteOf(folder.state, partner.site);
    if (folder.state.partnerSites.has(partner.id)) {
      throw new ConflictError(`A partner with the id ${partner.id} is there already`);
    }
    checkCode(site, link);
    await folder.commitSetup({ partner, link });
  }

  async updatePartner(id: string, change: (partner: Partner) => Partner): Promise<Partner> {
    const folder = this.#keeper.current;
    const partner = findPartner(folder.state, id);
    if (!partner) throw new NotFoundError(`There is no partner with the id ${id}`);
    const { site, createdAt } = partner;
    const changed = { ...change(structuredClone(partner)), id, site, createdAt };
    await folder.commitSetup({ partner: changed });
    return changed;
  }

  async sawPartner(id: string, client: string, now: number): Promise<void> {
    const folder = this.#keeper.current;
    const site = folder.state.sites.get(folder.state.partnerSites.get(id) ?? '');
    const clients = site?.partners.get(id)?.identity.clients;
    if (!site || !clients) throw new NotFoundError(`There is no partner with the id ${id}`);
    if (site.site.policy.fraud?.selfReferral === 'off') return;
    const seen = { site: site.site.id, partner: id, client, at: now };
    await (clients.has(client) ? folder.setupSettled() : folder.commitSetup({ seen }));
  }

  partner(id: string): Promise<Partner | undefined> {
    return this.#readSetup((state) => findPartner(state, id));
  }

  partners(query: PageQuery & { site: string }): Promise<Page<Partner>> {
    return this.#readSetup((state) => {
      const page = pageOf(siteOf(state, query.site).partnerOrder, query, placeOf.partner);
      return { ...page, rows: page.rows.map(({ partner }) => partner) };
    });
  }

  async addLink(link: Link): Promise<void> {
    const folder = this.#keeper.current;
    const site = siteOf(folder.state, link.site);
    if (!site.partners.has(link.partner)) {
      throw new NotFoundError(`The site ${link.site} has no partner with the id ${link.partner}`);
    }
    checkCode(site, link);
    await folder.commitSetup({ link });
  }

  links(query: PageQuery & { site: string; partner?: string }): Promise<Page<Link>> {
    return this.#readSetup((state) => {
      const { linkOrder } = siteOf(state, query.site);
      const { partner } = query;
      const links = partner === undefined ? linkOrder : linkOrder.filter((link) => link.partner === partner);
      return pageOf(links, query, placeOf.link);
    });
  }

  linksByCode(code: string): Promise<Link[]> {
    const key = codeKey(code);
    return this.#readSetup(({ sites }) => [...sites.values()].flatMap(({ links }) => links.get(key) ?? []));
  }

  async importCustomers(
    { site: siteId, customers }: CustomersImport,
    now: number,
  ): Promise<('new' | 'known')[]> {
    const folder = this.#keeper.current;
    const existing = newAmong(siteOf(folder.state, siteId), customers, now);
    const fresh = new Set(existing.map(({ customerId }) => customerId));
    const words = customers.map(({ customerId }) => (fresh.delete(customerId) ? 'new' : 'known'));
    await (existing.length > 0 ? folder.commitSetup({ existing, of: siteId }) : folder.settled());
    return words;
  }

  existingCustomers(query: PageQuery & { site: string }): Promise<Page<ExistingCustomer>> {
    return this.#read((state) => pageOf(siteOf(state, query.site).existingOrder, query, placeOf.existing));
  }

  async addToken(token: Token): Promise<void> {
    const folder = this.#keeper.current;
    if (folder.state.tokens[token.kind].has(token.hash))
      throw new ConflictError('This token is there already');
    await folder.commitSetup({ token });
  }

  token(kind: Token['kind'], hash: string, now: number): Promise<Token | undefined> {
    return this.#readSetup((state) => validToken(state, kind, hash, now));
  }

  async takeToken(kind: Token['kind'], hash: string, now: number): Promise<Token | undefined> {
    const folder = this.#keeper.current;
    const token = validToken(folder.state, kind, hash, now);
    await (token ? folder.commitSetup({ taken: { kind, hash } }) : folder.setupSettled());
    return token;
  }

  conversion(id: string): Promise<{ site: string; stored: StoredConversion } | undefined> {
    return this.#read(({ sites }) => {
      for (const { site, conversions } of sites.values()) {
        const stored = conversions.get(id);
        if (stored) return { site: site.id, stored: { ...stored } };
      }
      return undefined;
    });
  }

  conversions(query: ConversionsQuery): Promise<Page<StoredConversion>> {
    return this.#read((state) => conversionsPage(siteOf(state, query.site), query));
  }

  async review(
    siteId: string,
    id: string,
    review: Omit<Review, 'at'>,
    now: number,
  ): Promise<{ stored: StoredConversion; isNew: boolean }> {
    const folder = this.#keeper.current;
    const site = siteOf(folder.state, siteId);
    try {
      const fact = reviewFactOf(site, id, review, now);
      const done = fact ? folder.commitSetup(fact) : folder.settled();
      const stored = site.conversions.get(id);
      if (!stored) throw new TypeError('a conversion that is reviewed is there');
      const answer = { stored: { ...stored }, isNew: fact !== undefined };
      await done;
      return answer;
    } catch (problem) {
      await folder.settled(); // What stands in its way may be still to be written.
      throw problem;
    }
  }

  reviews(query: ReviewsQuery): Promise<Page<StoredConversion> & { counts: ReviewCounts }> {
    return this.#read((state) => siteOf(state, query.site).reviewed.page(query.state, query));
  }

  waitingRefunds(query: PageQuery & { site: string }): Promise<Page<Refund> & { count: number }> {
    return this.#read((state) => siteOf(state, query.site).waiting.page(query));
  }

  trustTotals(query: Omit<TotalsQuery, 'now'>): Promise<TrustTotals> {
    return this.#read((state) => trustTotalsOf(siteOf(state, query.site), query));
  }

  totals(query: TotalsQuery): Promise<Totals> {
    return this.#read((state) => totalsOf(siteOf(state, query.site), query));
  }

  ledger(query: LedgerQuery): Promise<Page<ChainedEntry>> {
    return this.#read((state) => ledgerPage(siteOf(state, query.site), query));
  }

  chain(partner: string): Promise<readonly ChainedEntry[]> {
    return this.#read(({ sites, partnerSites }) => {
      const site = sites.get(partnerSites.get(partner) ?? '');
      return [...(site?.partners.get(partner)?.entries ?? [])];
    });
  }

  async adjust(adjustment: Adjustment, now: number): Promise<{ entry: ChainedEntry; isNew: boolean }> {
    return this.#ledgerOf(adjustment.site).adjust(adjustment, now);
  }

  previewPayout(site: string, terms: PayoutTerms, now: number): Promise<PayoutLine[]> {
    return this.#read(() => this.#ledgerOf(site).preview(terms, now));
  }

  async createPayout(
    site: string,
    id: string,
    terms: PayoutTerms,
    now: number,
  ): Promise<{ payout: Payout; isNew: boolean }> {
    return this.#ledgerOf(site).create(id, terms, now);
  }

  async changePayout(site: string, id: string, change: PayoutChange, now: number): Promise<Payout> {
    return this.#ledgerOf(site).change(id, change, now);
  }

  payout(site: string, id: string): Promise<Payout | undefined> {
    return this.#read((state) => structuredClone(siteOf(state, site).payouts.get(id)));
  }

  payouts(query: PageQuery & { site: string; partner?: string }): Promise<Page<Payout>> {
    return this.#read((state) => {
      const { partners, payoutOrder } = siteOf(state, query.site);
      const { partner } = query;
      const list = partner === undefined ? payoutOrder : (partners.get(partner)?.payouts ?? []);
      const { rows, ...rest } = pageOf(list, query, placeOf.payout);
      return { rows: structuredClone(rows), ...rest };
    });
  }

  async replay(query: ReplayQuery, watch: ReplayWatch = {}): Promise<ReplayReport> {
    const opened = this.#keeper.current;
    siteOf(opened.state, query.site);
    await opened.settled();
    const { folder, retentionDays } = this.#keeper;
    const job: ReplayJob = { folder, upTo: opened.durable, query, retentionDays };
    return runReplay(new URL('./replayWorker.js', import.meta.url), job, watch);
  }

  health(): Health {
    return this.#keeper.health();
  }

  close(): Promise<void> {
    return this.#keeper.close();
  }

  #ledgerOf(site: string): FileLedger {
    const folder = this.#keeper.current;
    return new FileLedger(
      siteOf(folder.state, site),
      (fact) => folder.commitSetup(fact),
      () => folder.settled(),
    );
  }

  /** Reads first and waits then: what was pending at the time of reading is all that the answer can rest on. */
  async #read<T>(read: (state: State) => T): Promise<T> {
    const folder = this.#keeper.current;
    const answer = read(folder.state);
    await folder.settled();
    return answer;
  }

  async #readSetup<T>(read: (state: State) => T): Promise<T> {
    const folder = this.#keeper.current;
    const answer = read(folder.state);
    await folder.setupSettled();
    return answer;
  }
}

function recordOne(
  folder: OpenFolder,
  site: SiteState,
  event: TrackedEvent,
  now: number,
  forgotten: Forgotten | undefined,
): Recorded {
  if (event.site !== site.site.id) throw new TypeError(`The event ${event.id} is of another site`);
  const set = workingSetOf(site, event, forgotten);
  const outcome = decide(event, set, site.site.policy, now);
  if (outcome.entries) outcome.entries = chainEntries(site, outcome.entries);
  if (outcome.answer.status !== 'duplicate') folder.commitOutcome(outcome);
  const offer = offerToTell(outcome.answer, event, set, site.site.policy);
  const recorded: Recorded = { id: event.id, ...outcome.answer };
  if (offer) recorded.offer = offer;
  return recorded;
}

function siteOf(state: State, id: string): SiteState {
  const site = state.sites.get(id);
  if (!site) throw new NotFoundError(`There is no site with the id ${id}`);
  return site;
}

function findPartner(state: State, id: string): Partner | undefined {
  const site = state.sites.get(state.partnerSites.get(id) ?? '');
  return site?.partners.get(id)?.partner;
}

function checkPublicKey(state: State, { id, publicKey }: Site): void {
  const owner = state.publicKeys.get(publicKey);
  if (owner !== undefined && owner !== id) throw new ConflictError('Another site has this public key');
}

function checkCode(site: SiteState, { code }: Link): void {
  if (site.links.has(codeKey(code))) {
    throw new ConflictError(`The code ${code} is taken on this site: choose another one`);
  }
}

function validToken(state: State, kind: Token['kind'], hash: string, now: number): Token | undefined {
  const token = state.tokens[kind].get(hash);
  return token && token.expiresAt > now ? token : undefined;
}
