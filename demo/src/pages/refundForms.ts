import { type Html, html } from '../html.js';
import type { Order } from '../Order.js';
import { toMajor } from '../toMajor.js';

/** The three ways to refund an order: all that is left, an amount, pieces of a line. Each form carries the id of the refund. */
export function refundForms(order: Order, refundId: string): Html {
  const { id, currency, lines } = order;
  const form = (kind: string, content: Html) =>
    html`<form class="refund" method="post" action="/office/orders/${id}/refund">
      <input type="hidden" name="refundId" value="${refundId}"><input type="hidden" name="kind" value="${kind}">
      ${content}
    </form>`;
  return html`<div class="refunds" role="group" aria-label="Refund ${id}">
    ${form(
      'line',
      html`<label>Pieces <input name="quantity" inputmode="numeric" value="1" autocomplete="off"></label>
      <label>of <select name="line">${lines.map(({ product }) => html`<option value="${product.slug}">${product.name}</option>`)}</select></label>
      <button class="button quiet">Refund pieces</button>`,
    )}
    ${form(
      'amount',
      html`<label>Amount in ${currency} <input name="amount" inputmode="decimal" placeholder="${toMajor(500, currency)}" autocomplete="off"></label>
      <button class="button quiet">Refund amount</button>`,
    )}
    ${form('rest', html`<button class="button quiet">Refund all that is left</button>`)}
  </div>`;
}
