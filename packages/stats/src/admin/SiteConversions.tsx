import type { Api } from '../api/Api.js';
import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';
import type { Range } from '../lib/Range.js';
import { Conversions } from '../ui/Conversions.js';
import { Icon } from '../ui/Icon.js';
import { OrderCheck } from '../ui/OrderCheck.js';
import { ReviewInList } from './review/ReviewInList.js';

type Props = {
  api: Api;
  site: Site;
  range: Range;
  only: Pick<Partner, 'id' | 'name'> | undefined;
  onAll: () => void;
};

/** The site's conversions with their receipts; those of one partner on request. */
export function SiteConversions({ api, site, range, only, onAll }: Props) {
  const { from, to } = range;
  const of = { site: site.id, from, to, ...(only ? { partner: only.id } : {}) };
  return (
    <section class="card" aria-labelledby="conversions">
      <div class="card-head">
        <h2 id="conversions">Signups and purchases</h2>
        {only ? (
          <button type="button" class="chip" onClick={onAll}>
            Only {only.name} <Icon name="close" />
            <span class="visually-hidden">Show all partners</span>
          </button>
        ) : (
          <p class="hint">Newest first, credited or not. “Why?” tells how each one was decided.</p>
        )}
      </div>
      <OrderCheck api={api} site={site.id} viewer="shop" timeZone={site.timeZone} />
      <Conversions
        api={api}
        of={of}
        viewer="shop"
        timeZone={site.timeZone}
        actions={(conversion, onChanged) => (
          <ReviewInList api={api} conversion={conversion} timeZone={site.timeZone} onChanged={onChanged} />
        )}
        empty={
          <p>
            <strong>Nothing in these days.</strong> Look at a longer range, or check that the script is{' '}
            <a href="#install">installed</a>.
          </p>
        }
      />
    </section>
  );
}
