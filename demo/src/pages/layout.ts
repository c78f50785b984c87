import { type Currency, currencies } from '../currencies.js';
import { type Html, html } from '../html.js';
import { link } from '../link.js';
import type { Visit } from '../Visit.js';

/** The frame of every page: head, header with currencies and cart, footer, and the one script tag of the tracker. */
export function layout(visit: Visit, title: string, content: Html): Html {
  return html`<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Northlight Coffee</title>
  <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/shop.css">
  <script defer src="${visit.collectorUrl}/r.js" data-site="${visit.siteKey}"></script>
  <script type="module" src="/assets/shop.js"></script>
</head>
<body>
  <a class="skip" href="#content">Skip to content</a>
  ${header(visit)}
  <p class="offer" role="status" hidden></p>
  <main id="content" tabindex="-1">${content}</main>
  ${footer()}
</body>
</html>`;
}

function header(visit: Visit): Html {
  return html`<header class="bar">
    <div class="bar-inner">
      <a class="brand" href="${link(visit, '/')}"><img src="/assets/favicon.svg" alt="" width="28" height="28">Northlight</a>
      <nav class="account" aria-label="Account">${account(visit)}</nav>
      <nav class="currencies" aria-label="Currency">${currencies.map((currency) => currencyLink(visit, currency))}</nav>
      <a class="cart-link" href="${link(visit, '/cart')}">Cart<span class="count">${visit.inCart}<span class="unseen"> things</span></span></a>
    </div>
  </header>`;
}

function account(visit: Visit): Html {
  if (!visit.customer)
    return html`<a href="${link(visit, '/signin')}">Sign in</a><a href="${link(visit, '/signup')}">Sign up</a>`;
  return html`<span class="signed-in">${visit.customer.name}</span>
    <form method="post" action="/signout"><button class="plain">Sign out</button></form>`;
}

function currencyLink(visit: Visit, currency: Currency): Html {
  const here = visit.currency === currency;
  return html`<a href="${visit.path}?currency=${currency}"${here && html` aria-current="true"`}>${currency}</a>`;
}

function footer(): Html {
  return html`<footer class="foot">
    <p>Northlight Coffee is the demo shop of Reftally. Nothing is roasted, charged or shipped.
    <a href="/office">Back office</a></p>
  </footer>`;
}
