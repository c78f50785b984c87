import type { LedgerLine } from '@reftally/core';
import type { Access } from './Access.js';
import type { Conversion } from './Conversion.js';
import type { OrderAnswer } from './OrderAnswer.js';
import type { Partner } from './Partner.js';
import type { PartnerInput } from './PartnerInput.js';
import type { Payout } from './Payout.js';
import type { Session } from './Session.js';
import type { Site } from './Site.js';
import type { Slice } from './Slice.js';
import type { Snippet } from './Snippet.js';
import type { Totals } from './Totals.js';

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
  changePartner(id: string, change: { status: Partner['status'] }): Promise<Partner>;
  makeAccess(id: string): Promise<Access>;
  totals(of: Period & { interval: 'total' | 'day' }, signal?: Cancel): Promise<Totals>;
  conversions(
    of: Period & { cursor?: string; limit?: number },
    signal?: Cancel,
  ): Promise<Slice<'conversions', Conversion>>;
  /** What became of one order, by its id. */
  order(of: { site?: string; order: string }, signal?: Cancel): Promise<OrderAnswer>;
  /** Newest first. */
  ledger(of: { limit: number }, signal?: Cancel): Promise<Slice<'ledger', LedgerLine>>;
  /** Oldest first. */
  payouts(signal?: Cancel): Promise<Slice<'payouts', Payout>>;
};
