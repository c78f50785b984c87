import type { CartLine } from '../CartLine.js';
import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import { link } from '../link.js';
import { type Cart, readCart } from '../readCart.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';
import { totalsList } from './totalsList.js';

/** The cart, or a kind word when nothing is in it. */
export function cartPage(visit: Visit): Html {
  const cart = readCart(visit.session);
  return layout(visit, 'Cart', cart.lines.length === 0 ? emptyCart(visit) : fullCart(visit, cart));
}

function emptyCart(visit: Visit): Html {
  return html`<section class="narrow empty">
    <img class="empty-picture" src="/assets/pictures/drift-mug.svg" alt="" width="480" height="560">
    <h1>Your cart is empty</h1>
    <p class="lead">There is room for a bag or two, and a mug to go with them.</p>
    <p><a class="button" href="${link(visit, '/')}">Look at the range</a></p>
  </section>`;
}

function fullCart(visit: Visit, cart: Cart): Html {
  return html`<h1>Your cart</h1>
    <div class="two cart">
      <ul class="lines">${cart.lines.map((line) => cartLine(visit, line))}</ul>
      <aside class="summary" aria-label="Total">
        ${totalsList(cart, visit.currency)}
        <a class="button wide" href="/checkout">Check out</a>
        <p class="small"><a href="/">Keep looking</a></p>
      </aside>
    </div>`;
}

function cartLine(visit: Visit, { product, quantity, amount }: CartLine): Html {
  const id = `quantity-${product.slug}`;
  return html`<li class="line">
    <img class="line-picture" src="/assets/pictures/${product.slug}.svg" alt="" width="480" height="560">
    <div>
      <p class="line-name"><a href="/products/${product.slug}">${product.name}</a></p>
      <p class="kind">${product.kind}</p>
    </div>
    <p class="price">${formatPrice(amount, visit.currency)}</p>
    <div class="line-forms">
      <form class="change" method="post" action="/cart/change">
        <input type="hidden" name="slug" value="${product.slug}">
        <label class="unseen" for="${id}">How many ${product.name}</label>
        <input id="${id}" name="quantity" type="number" inputmode="numeric" min="0" max="20" value="${quantity}">
        <button class="plain">Change</button>
      </form>
      <form class="change" method="post" action="/cart/change">
        <input type="hidden" name="slug" value="${product.slug}">
        <input type="hidden" name="quantity" value="0">
        <button class="plain">Remove<span class="unseen"> ${product.name}</span></button>
      </form>
    </div>
  </li>`;
}
