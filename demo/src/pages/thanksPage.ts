import { type Html, html } from '../html.js';
import type { Order } from '../Order.js';
import { toMajor } from '../toMajor.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';
import { orderSummary } from './orderSummary.js';
import { trackerPanel } from './trackerPanel.js';

/** The page after paying, which reports the purchase. Its order id makes a reload count once. */
export function thanksPage(visit: Visit, order: Order): Html {
  const props = {
    orderId: order.id,
    amount: toMajor(order.total, order.currency),
    currency: order.currency,
    ...(order.customerId !== undefined && { customerId: order.customerId }),
  };
  return layout(
    visit,
    'Thank you',
    html`<div class="two">
      <section class="order">
        <p class="eyebrow">Order ${order.id}</p>
        <h1>Thank you, ${order.name}.</h1>
        <p class="lead">We roast on Tuesday and post on Wednesday. The receipt is on its way to ${order.email}.</p>
        <div class="summary">${orderSummary(order.lines, order.total, order.currency)}</div>
        <p><a class="button" href="/">Back to the range</a></p>
      </section>
      ${trackerPanel('purchase', props)}
    </div>`,
  );
}
