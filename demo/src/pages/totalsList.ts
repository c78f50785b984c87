import type { Currency } from '../currencies.js';
import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import type { Cart } from '../readCart.js';

/** What a cart or an order comes to: delivery, what the coupon takes off, the total. */
export function totalsList({ coupon, discount, total }: Cart, currency: Currency): Html {
  return html`<dl class="totals">
    ${coupon && html`<div><dt>Coupon ${coupon.code}, ${coupon.percent} % off</dt><dd class="price">−${formatPrice(discount, currency)}</dd></div>`}
    <div><dt>Delivery</dt><dd>free</dd></div>
    <div class="grand"><dt>Total</dt><dd>${formatPrice(total, currency)}</dd></div>
  </dl>`;
}
