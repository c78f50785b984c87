import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import { readCart } from '../readCart.js';
import type { FormResult } from '../readForm.js';
import type { Visit } from '../Visit.js';
import { field } from './field.js';
import { layout } from './layout.js';
import { orderSummary } from './orderSummary.js';
import { problemSummary } from './problemSummary.js';

type Field = 'name' | 'email' | 'street' | 'postcode' | 'city';

/** What has come of the coupon field: what was typed, and what has changed. */
export interface CouponEntry {
  readonly typed: string;
  readonly notice?: string;
}

/** Where the parcel goes, and the coupon. The session's cart must hold something. */
export function checkoutPage(
  visit: Visit,
  form: FormResult<Field> = blank(visit),
  { typed, notice }: CouponEntry = { typed: visit.session?.coupon?.code ?? '' },
): Html {
  const { values, problems } = form;
  const cart = readCart(visit.session);
  return layout(
    visit,
    'Checkout',
    html`<h1>Checkout</h1>
    ${notice && html`<p class="notice" role="status">${notice}</p>`}
    <div class="two">
      <section>
        ${problemSummary(problems)}
        <form class="form" id="checkout" method="post" action="/checkout" novalidate>
          ${field({ name: 'name', label: 'Name', value: values.name, autocomplete: 'name', problems })}
          ${field({ name: 'email', label: 'E-mail address', type: 'email', value: values.email, autocomplete: 'email', problems })}
          ${field({ name: 'street', label: 'Street and number', value: values.street, autocomplete: 'street-address', problems })}
          <div class="field-row">
            ${field({ name: 'postcode', label: 'Postcode', value: values.postcode, autocomplete: 'postal-code', problems })}
            ${field({ name: 'city', label: 'Town or city', value: values.city, autocomplete: 'address-level2', problems })}
          </div>
          <button class="button wide">Pay ${formatPrice(cart.total, visit.currency)}</button>
          <p class="small">A demo: nothing is charged.</p>
        </form>
      </section>
      <aside class="summary" aria-label="Your order">
        ${orderSummary(cart, visit.currency)}
        <div class="coupon">
          ${field({ name: 'coupon', label: 'Coupon', value: typed, autocomplete: 'off', form: 'checkout', problems })}
          <button class="button quiet" form="checkout" name="apply" value="coupon">Apply</button>
        </div>
      </aside>
    </div>`,
  );
}

function blank({ customer }: Visit): FormResult<Field> {
  const values = {
    name: customer?.name ?? '',
    email: customer?.email ?? '',
    street: '',
    postcode: '',
    city: '',
  };
  return { values, problems: [] };
}
