import type { Customer } from '../Customer.js';
import { type Html, html } from '../html.js';
import type { Visit } from '../Visit.js';
import { layout } from './layout.js';
import { trackerPanel } from './trackerPanel.js';

/** The first page after signing up, which reports the sign-up. */
export function welcomePage(visit: Visit, customer: Customer): Html {
  return layout(
    visit,
    'Welcome',
    html`<div class="two">
      <section>
        <p class="eyebrow">Your account</p>
        <h1>Welcome, ${customer.name}.</h1>
        <p class="lead">Your account is ready, and the kettle is on. Everything that you order from now on is kept under ${customer.email}.</p>
        <p><a class="button" href="/">Look at the range</a></p>
      </section>
      ${trackerPanel('signup', { customerId: customer.id })}
    </div>`,
  );
}
