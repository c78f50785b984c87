import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import { link } from '../link.js';
import type { Product } from '../Product.js';
import { products } from '../products.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';

/** The shop window: every product with its picture and price. */
export function homePage(visit: Visit): Html {
  return layout(
    visit,
    'Coffee from the north',
    html`<section class="hero">
      <div>
        <p class="eyebrow">Roasted Tuesday, posted Wednesday</p>
        <h1>Coffee for long winters and short nights.</h1>
        <p class="lead">Five coffees and three good tools. We taste every lot before we buy it, and roast it the week that you order.</p>
      </div>
      <img class="hero-picture" src="/assets/pictures/northern-window.svg" alt="" width="560" height="440">
    </section>
    <section aria-labelledby="range">
      <div class="section-head"><h2 id="range">The range</h2><p>Delivery is free</p></div>
      <ul class="grid">${products.map((product) => card(visit, product))}</ul>
    </section>`,
  );
}

function card(visit: Visit, product: Product): Html {
  return html`<li class="card">
    <img class="card-picture" src="/assets/pictures/${product.slug}.svg" alt="" width="480" height="560">
    <div class="card-text">
      <h3><a href="${link(visit, `/products/${product.slug}`)}">${product.name}</a></h3>
      <p class="price">${formatPrice(product.price[visit.currency], visit.currency)}</p>
      <p class="kind">${product.kind}</p>
    </div>
  </li>`;
}
