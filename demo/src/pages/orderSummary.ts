import type { CartLine } from '../CartLine.js';
import type { Currency } from '../currencies.js';
import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import type { Cart } from '../readCart.js';
import { totalsList } from './totalsList.js';

/** The lines of an order with its total; amounts are minor units of `currency`. */
export function orderSummary(cart: Cart, currency: Currency): Html {
  return html`<ul class="lines">${cart.lines.map((line) => summaryLine(line, currency))}</ul>
    ${totalsList(cart, currency)}`;
}

function summaryLine({ product, quantity, amount }: CartLine, currency: Currency): Html {
  return html`<li class="line">
    <img class="line-picture" src="/assets/pictures/${product.slug}.svg" alt="" width="480" height="560">
    <div><p class="line-name">${product.name}</p><p class="kind">${quantity} × ${product.kind}</p></div>
    <p class="price">${formatPrice(amount, currency)}</p>
  </li>`;
}
