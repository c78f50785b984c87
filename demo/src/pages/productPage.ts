import { formatPrice } from '../formatPrice.js';
import { type Html, html } from '../html.js';
import { link } from '../link.js';
import type { Product } from '../Product.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';

/** One product, with the form that puts it into the cart. */
export function productPage(visit: Visit, product: Product): Html {
  return layout(
    visit,
    product.name,
    html`<p class="crumbs"><a href="${link(visit, '/')}">← The range</a></p>
    <article class="product">
      <img class="product-picture" src="/assets/pictures/${product.slug}.svg" alt="${product.name}, ${product.kind}" width="480" height="560">
      <div class="product-text">
        <p class="eyebrow">${product.kind}</p>
        <h1>${product.name}</h1>
        <p class="price big">${formatPrice(product.price[visit.currency], visit.currency)}</p>
        <p class="lead">${product.description}</p>
        <dl class="facts">${product.facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
        <form class="buy" method="post" action="${link(visit, '/cart/add')}">
          <input type="hidden" name="slug" value="${product.slug}">
          <label class="unseen" for="quantity">How many</label>
          <input id="quantity" name="quantity" type="number" inputmode="numeric" min="1" max="20" value="1">
          <button class="button">Add to cart</button>
        </form>
        <p class="small">Free delivery. Change your mind within 30 days.</p>
      </div>
    </article>`,
  );
}
