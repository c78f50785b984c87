import type { CartLine } from '../CartLine.js';
import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import type { Order } from '../Order.js';
import type { PartnerName, Verdict } from '../office/Backend.js';
import { describeRefund } from '../office/describeRefund.js';
import type { RefundAnswer } from '../office/RefundAnswer.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';
import { refundForms } from './refundForms.js';

/** An order with what has been refunded of it. */
export interface OfficeOrder {
  readonly order: Order;
  readonly refunds: readonly RefundAnswer[];
  /** The id that the forms carry. */
  readonly nextRefundId: string;
}

/** What the collector has told the shop's server. */
export interface Known {
  readonly partners: readonly PartnerName[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** The back office: every order, what the collector makes of it, and its refunds. `known` is absent where the shop has no secret key. */
export function officePage(visit: Visit, orders: readonly OfficeOrder[], known: Known | undefined): Html {
  return layout(
    visit,
    'Back office',
    html`<div class="office-head">
    <p class="eyebrow">A demo: anybody can open this page</p>
    <h1>Back office</h1>
    <p class="lead">The shop’s own side. Its server refunds here by Reftally’s API, with the secret key of the site.</p>
    </div>
    ${known ? partnerLinks(known.partners) : html`<p class="notice">This shop was started without a secret key: orders can be looked at only.</p>`}
    ${orders.length === 0 && html`<p class="office-none">Nobody has ordered anything yet. <a href="/">Be the first</a></p>`}
    <div class="office">${orders.map((one) => officeOrder(one, known))}</div>`,
  );
}

function partnerLinks(partners: readonly PartnerName[]): Html {
  if (partners.length === 0)
    return html`<p class="notice">The collector does not answer: no refunds now.</p>`;
  return html`<p class="office-partners">What the partner sees: ${partners.map(({ id, name }) => html`<a href="/office/partners/${id}">${name}’s page</a> `)}</p>`;
}

function officeOrder({ order, refunds, nextRefundId }: OfficeOrder, known: Known | undefined): Html {
  const { id, name, currency, total, coupon, lines } = order;
  const verdict = known?.verdicts.get(id);
  return html`<article class="office-order" id="${id}" aria-labelledby="${id}-title">
    <div class="section-head"><h2 id="${id}-title">${id}</h2><p>${name}</p><p class="price">${formatPrice(total, currency)}</p></div>
    <p>${lines.map(({ product, quantity }: CartLine) => `${quantity} × ${product.name}`).join(', ')}${coupon && `, with coupon ${coupon.code}`}</p>
    ${verdict && html`<p class="office-verdict">${verdict.explanation} <span class="office-trust">Trust: ${verdict.trust}</span></p>`}
    ${known && !verdict && html`<p class="office-verdict">The collector has not heard of this order.</p>`}
    ${refunds.length > 0 && html`<ul class="office-refunds">${refunds.map(refundRow)}</ul>`}
    ${known && refundForms(order, nextRefundId)}
  </article>`;
}

function refundRow(refund: RefundAnswer): Html {
  return html`<li data-status="${refund.status}"><b>${refund.what}</b> <code>${refund.refundId}: ${refund.status}${refund.status !== 'invalid' && refund.reason && ` (${refund.reason})`}</code> ${describeRefund(refund)}</li>`;
}
