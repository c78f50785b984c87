import { type Html, html } from '../html.js';
import type { Order } from '../Order.js';
import type { PurchaseReport } from '../PurchaseReport.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';
import { orderSummary } from './orderSummary.js';
import { trackerPanel } from './trackerPanel.js';

/** The page after paying, which sends the report of the purchase. Its order id makes a reload count once. */
export function thanksPage(visit: Visit, order: Order, report: PurchaseReport): Html {
  return layout(
    visit,
    'Thank you',
    html`<div class="two">
      <section class="order">
        <p class="eyebrow">Order ${order.id}</p>
        <h1>Thank you, ${order.name}.</h1>
        <p class="lead">We roast on Tuesday and post on Wednesday. The receipt is on its way to ${order.email}.</p>
        <div class="summary">${orderSummary(order, order.currency)}</div>
        <p><a class="button" href="/">Back to the range</a></p>
      </section>
      ${trackerPanel('purchase', report)}
    </div>`,
  );
}
