import { type Html, html } from '../html.js';
import { link } from '../link.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';

/** The page for an address that leads nowhere. */
export function notFoundPage(visit: Visit): Html {
  return layout(
    visit,
    'Not found',
    html`<section class="narrow">
      <p class="eyebrow">404</p>
      <h1>Nothing on this shelf</h1>
      <p class="lead">The page has moved, or it never was. The coffee is where you left it.</p>
      <p><a class="button" href="${link(visit, '/')}">Look at the range</a></p>
    </section>`,
  );
}
