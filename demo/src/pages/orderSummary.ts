import type { CartLine } from '../CartLine.js';
import type { Currency } from '../currencies.js';
import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';

/** The lines of an order with its total; amounts are minor units of `currency`. */
export function orderSummary(lines: readonly CartLine[], total: number, currency: Currency): Html {
  return html`<ul class="lines">${lines.map((line) => summaryLine(line, currency))}</ul>
    <dl class="totals">
      <div><dt>Delivery</dt><dd>free</dd></div>
      <div class="grand"><dt>Total</dt><dd>${formatPrice(total, currency)}</dd></div>
    </dl>`;
}

function summaryLine({ product, quantity, amount }: CartLine, currency: Currency): Html {
  return html`<li class="line">
    <img class="line-picture" src="/assets/pictures/${product.slug}.svg" alt="" width="480" height="560">
    <div><p class="line-name">${product.name}</p><p class="kind">${quantity} × ${product.kind}</p></div>
    <p class="price">${formatPrice(amount, currency)}</p>
  </li>`;
}
