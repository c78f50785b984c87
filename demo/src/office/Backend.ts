import { CollectorApi } from '../CollectorApi.js';
import type { RefundAnswer } from './RefundAnswer.js';
import type { RefundForm } from './RefundForm.js';

/** What the collector knows of an order of the shop. */
export interface Verdict {
  readonly orderId?: string;
  readonly trust: string;
  /** Who gets what, and why, in words. */
  readonly explanation: string;
}

/** Somebody who refers. */
export interface PartnerName {
  readonly id: string;
  readonly name: string;
}

/** What the shop's own server asks of the collector, with the site's secret key. Where the collector does not answer, there is nothing. */
export class Backend {
  readonly #api: CollectorApi;
  readonly #newId: () => string;

  /** @param url the collector's origin; @param key the site's secret key; @param newId makes ids of events. */
  constructor(url: string, key: string, newId: () => string) {
    this.#api = new CollectorApi(url, key);
    this.#newId = newId;
  }

  /** What the collector has decided about the latest orders, by order id. */
  async verdicts(): Promise<ReadonlyMap<string, Verdict>> {
    const { conversions = [] } = await this.#get<{ conversions?: Verdict[] }>('/conversions');
    return new Map(conversions.map((verdict) => [verdict.orderId ?? '', verdict]));
  }

  /** All partners of the site. */
  async partners(): Promise<readonly PartnerName[]> {
    return (await this.#get<{ partners?: PartnerName[] }>('/partners')).partners ?? [];
  }

  /** A link that signs in at the partner's own page, once. */
  async accessOf(partner: string): Promise<string | undefined> {
    const path = `/partners/${encodeURIComponent(partner)}/access`;
    const answer = await this.#api.request('POST', path, {}).catch(() => undefined);
    return answer?.status === 201 ? (answer.body as { url: string }).url : undefined;
  }

  /** Reports a refund. The event's id is a new one each time; what counts once is the refund's. */
  async refund(orderId: string, { refundId, what, fields }: RefundForm): Promise<RefundAnswer> {
    const event = { id: this.#newId(), type: 'refund', refundId, orderId, ...fields };
    const answer = await this.#api.request('POST', '/events', { events: [event] }).catch(() => undefined);
    if (answer?.status !== 200) return { refundId, what, status: 'failed' };
    const [row] = (answer.body as { results: Pick<RefundAnswer, 'status' | 'reason'>[] }).results;
    return { refundId, what, status: 'failed', ...row };
  }

  async #get<Body extends object>(path: string): Promise<Partial<Body>> {
    const answer = await this.#api.request('GET', path).catch(() => undefined);
    return answer?.status === 200 ? (answer.body as Body) : {};
  }
}
