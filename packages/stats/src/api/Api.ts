import type { LedgerLine, ReviewState } from '@reftally/core';
import type { Access } from './Access.js';
import type { Conversion } from './Conversion.js';
import type { ExportFormat } from './ExportFormat.js';
import type { OrderAnswer } from './OrderAnswer.js';
import type { Partner } from './Partner.js';
import type { PartnerInput } from './PartnerInput.js';
import type { PayMethod } from './PayMethod.js';
import type { Payout } from './Payout.js';
import type { PayoutPreview } from './PayoutPreview.js';
import type { PayoutTerms } from './PayoutTerms.js';
import type { ReviewList } from './ReviewList.js';
import type { SavedFile } from './SavedFile.js';
import type { Session } from './Session.js';
import type { Site } from './Site.js';
import type { Slice } from './Slice.js';
import type { Snippet } from './Snippet.js';
import type { Totals } from './Totals.js';
import type { Verdict } from './Verdict.js';

type Cancel = AbortSignal | undefined;
type Period = { site?: string; partner?: string; from: string; to: string };

/** What the pages ask the collector for. Every call rejects with an ApiError. */
export type Api = {
  session(signal?: Cancel): Promise<Session>;
  signIn(by: { token: string } | { key: string }): Promise<Session>;
  signOut(): Promise<void>;
  sites(cursor?: string, signal?: Cancel): Promise<Slice<'sites', Site>>;
  /** `sri`: pinned by its hash; `stub`: with the inline script that keeps early calls. */
  snippet(site: string, choices: { sri: boolean; stub: boolean }, signal?: Cancel): Promise<Snippet>;
  partners(site: string, cursor?: string, signal?: Cancel): Promise<Slice<'partners', Partner>>;
  addPartner(input: PartnerInput): Promise<Partner>;
  changePartner(id: string, change: { status: Partner['status'] } | { payout: PayMethod }): Promise<Partner>;
  makeAccess(id: string): Promise<Access>;
  totals(of: Period & { interval: 'total' | 'day' }, signal?: Cancel): Promise<Totals>;
  conversions(
    of: Period & { cursor?: string; limit?: number },
    signal?: Cancel,
  ): Promise<Slice<'conversions', Conversion>>;
  /** What became of one order, by its id. */
  order(of: { site?: string; order: string }, signal?: Cancel): Promise<OrderAnswer>;
  reviews(of: { site: string; state: ReviewState; limit: number }, signal?: Cancel): Promise<ReviewList>;
  /** Decides about a conversion; the same `id` again changes nothing. Answers the conversion as it is then. */
  review(conversion: string, verdict: Omit<Verdict, 'at' | 'by'> & { by?: string }): Promise<Conversion>;
  /** Newest first. */
  ledger(of: { limit: number }, signal?: Cancel): Promise<Slice<'ledger', LedgerLine>>;
  /** Oldest first. */
  payouts(of: { site?: string; cursor?: string }, signal?: Cancel): Promise<Slice<'payouts', Payout>>;
  payout(site: string, id: string, signal?: Cancel): Promise<Payout>;
  previewPayout(of: PayoutTerms & { site: string }, signal?: Cancel): Promise<PayoutPreview>;
  /** The same terms under the same id answer the payout there is. */
  createPayout(of: PayoutTerms & { site: string; id: string }): Promise<Payout>;
  changePayout(site: string, id: string, change: 'paid' | 'cancel'): Promise<Payout>;
  /** The payments as a file; from then on the payout cannot be cancelled. */
  exportPayout(site: string, id: string, as: { format: ExportFormat; currency?: string }): Promise<SavedFile>;
};
