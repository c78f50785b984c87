import { useMemo } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import type { Session } from '../api/Session.js';
import type { Site } from '../api/Site.js';
import { useRange } from '../hooks/useRange.js';
import { todayIn } from '../lib/todayIn.js';
import { Conversions } from '../ui/Conversions.js';
import { OrderCheck } from '../ui/OrderCheck.js';
import { RangePicker } from '../ui/RangePicker.js';
import { Shell } from '../ui/Shell.js';
import { SignOut } from '../ui/SignOut.js';
import { AccountCard } from './AccountCard.js';
import { LinkCard } from './LinkCard.js';
import { PartnerTotals } from './PartnerTotals.js';

type Props = {
  api: Api;
  site: Site;
  partner: NonNullable<Session['partner']>;
  staleLink: boolean;
  now: () => number;
  onLeave: () => void;
};

/** What a signed-in partner sees. */
export function PartnerPage({ api, site, partner, staleLink, now, onLeave }: Props) {
  const today = useMemo(() => todayIn(site.timeZone, now()), [site.timeZone, now]);
  const [range, setRange] = useRange(today);
  const about = (
    <div class="who-bar">
      <span class="who-name">{partner.name}</span>
      <SignOut api={api} onDone={onLeave} />
    </div>
  );
  return (
    <Shell about={about}>
      <div class="intro">
        <h1>Hello, {partner.name}</h1>
        <p>Here is what your link has brought to {site.name}.</p>
      </div>
      {staleLink && (
        <p class="notice">That sign-in link was used before or is too old, but you are still signed in.</p>
      )}
      {partner.status === 'paused' && (
        <p class="notice warn">
          <span>
            <strong>Your link is paused.</strong> New visits and sales are not credited for now. Ask the shop
            about it.
          </span>
        </p>
      )}
      <LinkCard link={partner.link} />
      <RangePicker choice={range} today={today} timeZone={site.timeZone} onChoose={setRange} />
      <PartnerTotals api={api} site={site} partner={partner.id} range={range} />
      <section class="card" aria-labelledby="conversions">
        <div class="card-head">
          <h2 id="conversions">Signups and purchases</h2>
          <p class="hint">Newest first. “Why?” tells how each one was decided.</p>
        </div>
        <OrderCheck api={api} viewer="partner" timeZone={site.timeZone} />
        <Conversions
          api={api}
          of={{ from: range.from, to: range.to }}
          viewer="partner"
          timeZone={site.timeZone}
          empty={
            <p>
              <strong>Nothing in these days yet.</strong> Share your link, or look at a longer range.
            </p>
          }
        />
      </section>
      <AccountCard api={api} partner={partner.id} today={today} timeZone={site.timeZone} />
    </Shell>
  );
}
