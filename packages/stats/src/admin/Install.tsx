import type { Api } from '../api/Api.js';
import type { Site } from '../api/Site.js';
import { Code } from '../ui/Code.js';
import { TagStep } from './TagStep.js';

const PURCHASE = `reftally.track('purchase', {
  orderId: '1042', amount: '49.99', currency: 'USD'
});`;

type Props = { api: Api; site: Site };

/** What to paste into the shop. */
export function Install({ api, site }: Props) {
  const purchase = PURCHASE.replace('USD', site.currencies[0] ?? 'USD');
  return (
    <section class="card" aria-labelledby="install">
      <div class="card-head">
        <h2 id="install">Put Reftally into your shop</h2>
      </div>
      <ol class="steps">
        <li>
          <h3>Paste this into the head of every page</h3>
          <p>
            It remembers who sent a visitor and counts pageviews. Visitors without a referral link get no
            cookie.
          </p>
          <TagStep api={api} site={site} />
        </li>
        <li>
          <h3>Report a purchase on the thank-you page</h3>
          <p>Reloading the page is safe: an order is counted once.</p>
          <Code text={purchase} what="purchase call" />
        </li>
        <li>
          <h3>Try it</h3>
          <p>
            Add a partner, open the partner’s link in a private window and look around. The click shows up
            under <a href="#partners">Partners</a> within seconds.
          </p>
        </li>
      </ol>
    </section>
  );
}
